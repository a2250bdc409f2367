"""What is true of an import: how far its file is read, and what came of each line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, NamedTuple, Self

from msgspec import UNSET

from twofold.contracts.events import Envelope, ImportFinished
from twofold.contracts.instants import to_second
from twofold.contracts.payloads.pools import ImportProgress, LineFault
from twofold.ledger.record import Origin, record

from .rows import Row

State = Literal["waiting", "running", "finished", "failed"]

TOLD_FAULTS = 1_000
"""Bad lines whose number and reason are kept; all of them are counted."""


class Upload(NamedTuple):
    """A file that is there: its bytes, and a `tag` that changes when its content does."""

    size: int
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """`version` counts changes. `read` bytes and `line` lines of the `upload` are done with.

    `plan` says for each coupon of the next lines, by 1 and 0, whether it was new when they were looked at: set before
    any of them is put into the pool, so that whoever comes after a death in between counts them as they were.
    """

    import_id: str
    campaign_id: str
    opened_at: datetime
    kind: str = "codes"
    state: State = "waiting"
    version: int = 1
    upload: Upload | None = None
    begun_at: datetime | None = None
    read: int = 0
    line: int = 0
    added: int = 0
    known: int = 0
    bad: int = 0
    faults: tuple[LineFault, ...] = ()
    plan: str | None = None
    why: str | None = None
    finished_at: datetime | None = None

    @property
    def over(self) -> bool:
        return self.state in ("finished", "failed")

    @property
    def lines(self) -> int:
        """Those that should have held a coupon."""
        return self.added + self.known + self.bad

    def begun(self, upload: Upload, at: datetime) -> Self:
        return replace(self, state="running", upload=upload, begun_at=at, version=self.version + 1)

    def planned(self, new: Sequence[bool]) -> Self:
        return replace(self, plan="".join("01"[each] for each in new), version=self.version + 1)

    def past(self, rows: Sequence[Row]) -> Self:
        """With these rows, whose plan was carried out, behind it."""
        plan, faults = self.plan or "", [LineFault(line=r.line, reason=r.fault) for r in rows if r.fault]
        return replace(
            self,
            version=self.version + 1,
            read=rows[-1].end,
            line=rows[-1].line,
            added=self.added + plan.count("1"),
            known=self.known + plan.count("0"),
            bad=self.bad + len(faults),
            faults=(*self.faults, *faults)[:TOLD_FAULTS],
            plan=None,
        )

    def ended(self, at: datetime, why: str | None = None) -> Self:
        """Finished; failed where there is a `why`. What was read stays read."""
        state: State = "failed" if why else "finished"
        return replace(self, state=state, why=why, finished_at=at, plan=None, version=self.version + 1)

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
        )
        origin = Origin(campaign_id=self.campaign_id)
        return record(data, subject=self.import_id, version=self.version, at=self.finished_at, origin=origin)

    def progress(self) -> ImportProgress:
        return ImportProgress(
            import_id=self.import_id,
            kind=self.kind,
            campaign_id=self.campaign_id,
            state=self.state,
            lines=self.lines,
            added=self.added,
            known=self.known,
            bad=self.bad,
            faults=self.faults,
            bytes=self.read if self.upload else UNSET,
            size=self.upload.size if self.upload else UNSET,
            why=self.why or UNSET,
            finished_at=to_second(self.finished_at) if self.finished_at else UNSET,
        )
