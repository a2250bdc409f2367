"""What one kind of export looks like."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from twofold.contracts.exports import Kind, Platform
from twofold.exports.columns import Column, Row
from twofold.exports.model import Export

from . import audience, codes, consents, leads, ledger, messages


class About(NamedTuple):
    """What a record is chosen by: when it happened, where that is known, and the campaign."""

    at: datetime | None
    campaign_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`row` answers None for a record that is not exported at all."""

    columns: tuple[Column, ...]
    row: Callable[[Any], Row | None]
    about: Callable[[Any], tuple[datetime | None, str | None]]

    def row_for(self, record: Any, job: Export) -> Row | None:
        """The record's row, if the export asks for it."""
        return self.row(record) if self._wanted(About(*self.about(record)), job) else None

    def _wanted(self, about: About, job: Export) -> bool:
        if job.campaign_id and about.campaign_id != job.campaign_id:
            return False
        if job.since is None and job.until is None:
            return True
        return about.at is not None and _within(about.at, job.since, job.until)


def table_of(kind: Kind, platform: Platform | None) -> Table:
    if kind == "audience":
        assert platform
        made = audience.PLATFORMS[platform]
        return Table(columns=made.columns, row=made.row, about=leads.about)
    module = _TABLES[kind]
    return Table(columns=module.COLUMNS, row=module.row, about=module.about)


def _within(at: datetime, since: datetime | None, until: datetime | None) -> bool:
    return (since is None or since <= at) and (until is None or at < until)


_TABLES: dict[str, Any] = {
    "leads": leads,
    "consents": consents,
    "codes": codes,
    "messages": messages,
    "ledger": ledger,
}
