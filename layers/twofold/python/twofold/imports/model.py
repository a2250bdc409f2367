"""What is true of an import: how far its file is read, and what came of each line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, NamedTuple, Self

from msgspec import UNSET

from twofold.contracts.events import Envelope, ImportFinished
from twofold.contracts.payloads.pools import LineFault
from twofold.ledger.record import Origin, record

from .row import Row

State = Literal["waiting", "running", "finished", "failed"]

CODES, LEADS = "codes", "leads"
"""Kinds of files."""

ADDED, KNOWN, CONFIRMED, PENDING, UPDATED, SUPPRESSED = "1", "0", "c", "p", "u", "s"
"""What comes of an entry: a new coupon, one that is known (as a lead may be); a new lead, with consent or without; a
lead whose blanks are filled in; one who wants to be left alone. Stored: never changed."""

TOLD_FAULTS = 1_000
"""Faults whose line, column and reason are kept with the import; its file of faults has all of them."""


class Upload(NamedTuple):
    """A file that is there: its bytes, and a `tag` that changes when its content does."""

    size: int
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """`version` counts changes. `read` bytes and `line` lines of the `upload` are done with.

    `plan` says for each entry of the next lines what it comes to, as things stood when they were looked at: set before
    anything is done about them, so that whoever comes after a death in between counts them as they were. `noted` is how
    many lines stand in the file of faults, once there is one. Stored as JSON: a new field needs a default.
    """

    import_id: str
    campaign_id: str
    opened_at: datetime
    kind: str = CODES
    state: State = "waiting"
    version: int = 1
    upload: Upload | None = None
    begun_at: datetime | None = None
    read: int = 0
    line: int = 0
    added: int = 0
    known: int = 0
    bad: int = 0
    confirmed: int = 0
    pending: int = 0
    updated: int = 0
    suppressed: int = 0
    faults: tuple[LineFault, ...] = ()
    plan: str | None = None
    why: str | None = None
    noted: int = 0
    finished_at: datetime | None = None

    @property
    def over(self) -> bool:
        return self.state in ("finished", "failed")

    @property
    def lines(self) -> int:
        """Those that should have held an entry."""
        return self.added + self.known + self.suppressed + self.bad

    def begun(self, upload: Upload, at: datetime) -> Self:
        return replace(self, state="running", upload=upload, begun_at=at, version=self.version + 1)

    def planned(self, plan: str) -> Self:
        return replace(self, plan=plan, version=self.version + 1)

    def past(self, rows: Sequence[Row[Any]]) -> Self:
        """With these rows, whose plan was carried out, behind it."""
        plan, faults = self.plan or "", [_told(row) for row in rows if row.fault]
        confirmed, pending, updated = (plan.count(each) for each in (CONFIRMED, PENDING, UPDATED))
        return replace(
            self,
            version=self.version + 1,
            read=rows[-1].end,
            line=rows[-1].line,
            added=self.added + plan.count(ADDED) + confirmed + pending,
            known=self.known + plan.count(KNOWN) + updated,
            bad=self.bad + sum(row.entry is None for row in rows),
            confirmed=self.confirmed + confirmed,
            pending=self.pending + pending,
            updated=self.updated + updated,
            suppressed=self.suppressed + plan.count(SUPPRESSED),
            faults=(*self.faults, *faults)[:TOLD_FAULTS],
            plan=None,
        )

    def ended(self, at: datetime, why: str | None = None, noted: int = 0) -> Self:
        """Finished; failed where there is a `why`. What was read stays read."""
        state: State = "failed" if why else "finished"
        return replace(
            self, state=state, why=why, finished_at=at, plan=None, noted=noted, version=self.version + 1
        )

    def told(self) -> Envelope:
        """The event that it is over."""
        assert self.finished_at
        data = ImportFinished(
            import_id=self.import_id,
            kind=self.kind,
            state=self.state,
            lines=self.lines,
            added=self.added,
            known=self.known,
            bad=self.bad,
            confirmed=self.confirmed,
            pending=self.pending,
            suppressed=self.suppressed,
        )
        origin = Origin(campaign_id=self.campaign_id)
        return record(data, subject=self.import_id, version=self.version, at=self.finished_at, origin=origin)


def _told(row: Row[Any]) -> LineFault:
    return LineFault(line=row.line, reason=row.fault or "", column=row.column or UNSET)
