"""Takes on to write what is kept into files."""

import secrets
from dataclasses import dataclass

from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import InvalidRequest, Unavailable
from twofold.contracts.ids import DrawId
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.exports import ExportRequest

from .model import Export
from .ports import ExportBook, Writer

MOST_OPEN = 3
"""Exports that are being written at the same time: each reads a whole table."""


def draw_export_id() -> str:
    """128 bits: nobody guesses where files will lie."""
    return secrets.token_hex(16)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenExport:
    campaigns: CampaignBook
    book: ExportBook
    writer: Writer
    clock: Clock
    draw_id: DrawId = draw_export_id

    def __call__(self, request: ExportRequest) -> Export:
        """The export, which is written from now on. What happens later than this moment is not in it.

        Raises InvalidRequest, NotFound for an unknown campaign, TooMany when `MOST_OPEN` are being written.
        """
        _insist(request)
        if request.campaign_id:
            self.campaigns.campaign(request.campaign_id)
        job = self._job(request)
        self.book.open(job, MOST_OPEN)
        try:
            self.writer.start(job.export_id)
        except Unavailable:
            # It is stored: the sweeper finds that nobody began, and asks again.
            return job
        return job

    def _job(self, request: ExportRequest) -> Export:
        at = self.clock()
        return Export(
            export_id=f"exp_{self.draw_id()}",
            kind=request.kind,
            format=request.format,
            opened_at=at,
            moved_at=at,
            campaign_id=request.campaign_id,
            platform=request.platform,
            since=request.since,
            until=request.until,
        )


def _insist(request: ExportRequest) -> None:
    if request.since and request.until and request.until <= request.since:
        raise InvalidRequest("`to` is later than `from`.", field="to")
    if request.kind != "audience":
        if request.platform:
            raise InvalidRequest("Only an audience is for a platform.", field="platform")
        return
    if not request.platform:
        raise InvalidRequest("Say whom the audience is for: google or meta.", field="platform")
    if request.format != "csv":
        raise InvalidRequest("Platforms take audiences as csv.", field="format")
