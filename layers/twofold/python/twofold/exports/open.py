"""Takes on to write what is kept into files."""

from dataclasses import dataclass

from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import Conflict, InvalidRequest, NotFound, Unavailable
from twofold.contracts.ids import DrawId, draw_id
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.exports import ExportRequest

from .model import Export
from .ports import ExportBook, Writer

MOST_OPEN = 3
"""Exports that are being written at the same time: each reads a whole table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenExport:
    campaigns: CampaignBook
    book: ExportBook
    writer: Writer
    clock: Clock
    draw_id: DrawId = draw_id

    def __call__(self, request: ExportRequest, mark: str | None = None) -> Export:
        """The export, which is written from now on, unless nobody can be called at this moment: then soon.

        Of the ledger, what happens later than this moment is not in it; all else comes as it is when it is read.

        Who asks again with the same `mark` gets the same one. Raises InvalidRequest, NotFound for an unknown campaign,
        TooMany when `MOST_OPEN` are being written, Conflict `idempotency_key_reused` for a mark of another request.
        """
        _insist(request)
        if request.campaign_id:
            self.campaigns.campaign(request.campaign_id)
        job = self._job(request, mark)
        if mark and (there := self._there(job)):
            return there
        self.book.open(job, MOST_OPEN)
        try:
            self.writer.start(job.export_id)
        except Unavailable:
            # It is stored: the sweeper finds that nobody began, and asks again.
            return job
        return job

    def _there(self, job: Export) -> Export | None:
        """What was opened under its id before."""
        try:
            there = self.book.find(job.export_id)
        except NotFound:
            return None
        if _asked(there) != _asked(job):
            raise Conflict("This Idempotency-Key was for another request.", code="idempotency_key_reused")
        return there

    def _job(self, request: ExportRequest, mark: str | None) -> Export:
        at = self.clock()
        return Export(
            export_id=f"exp_{mark[:32] if mark else self.draw_id()}",
            kind=request.kind,
            format=request.format,
            opened_at=at,
            moved_at=at,
            campaign_id=request.campaign_id,
            platform=request.platform,
            since=request.since,
            until=request.until,
        )


def _asked(job: Export) -> tuple[object, ...]:
    """What somebody wants of it."""
    return (job.kind, job.format, job.campaign_id, job.platform, job.since, job.until)


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
