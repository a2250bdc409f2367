"""What is true of an export: how far it is written, and into which files."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, Self

from twofold.contracts.events import Envelope, ExportFinished
from twofold.contracts.exports import NAMES_PEOPLE, Format, Kind, Platform
from twofold.ledger.record import Origin, record

State = Literal["waiting", "running", "finished", "failed", "withdrawn"]
Cursor = tuple[str, ...]
"""The key of the last row that was read; which parts it has is its source's business."""

STUCK = timedelta(minutes=20)
"""For which an export may stand still: an invocation lasts fifteen minutes at most, so its writer is dead by then."""

MOST_TURNS = 10
"""Writers in a row that may come no further than the one before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file. Stored as JSON: a new field needs a default, a name is never changed."""

    name: str
    rows: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """`version` counts changes. `parts` hold all rows up to `cursor`; `read` says that there are no more.

    `busy`: somebody writes it, who alone may until it stood still for `STUCK`. `turns`: how many have begun since it
    last came further. `since` and `until` bound what is exported. Stored as JSON, as a part is.
    """

    export_id: str
    kind: Kind
    format: Format
    opened_at: datetime
    moved_at: datetime
    campaign_id: str | None = None
    platform: Platform | None = None
    since: datetime | None = None
    until: datetime | None = None
    state: State = "waiting"
    version: int = 1
    cursor: Cursor | None = None
    read: bool = False
    parts: tuple[Part, ...] = ()
    busy: bool = False
    turns: int = 0
    why: str | None = None
    finished_at: datetime | None = None

    @property
    def over(self) -> bool:
        return self.state not in ("waiting", "running")

    @property
    def ends(self) -> bool:
        """Whether this very state is its end, which is told; being withdrawn comes after that."""
        return self.over and self.state != "withdrawn"

    @property
    def names_people(self) -> bool:
        return self.kind in NAMES_PEOPLE

    @property
    def rows(self) -> int:
        return sum(part.rows for part in self.parts)

    @property
    def next_name(self) -> str:
        """The same for whoever writes the next file, so that a second try takes the place of the first."""
        return self.name_of(len(self.parts) + 1)

    def name_of(self, number: int) -> str:
        return f"part-{number:05}.{self.format}"

    def stands_still(self, at: datetime) -> bool:
        return at >= self.moved_at + STUCK

    def free(self, at: datetime) -> bool:
        """Whether somebody may begin to write."""
        return not self.over and (not self.busy or self.stands_still(at))

    def taken(self, at: datetime) -> Self:
        return self._next(at, state="running", busy=True, turns=self.turns + 1)

    def past(self, part: Part | None, cursor: Cursor | None, at: datetime, *, read: bool) -> Self:
        """With everything up to `cursor` written; what is all left out makes no file."""
        parts = (*self.parts, part) if part else self.parts
        return self._next(at, parts=parts, cursor=cursor, read=read, turns=0)

    def released(self, at: datetime) -> Self:
        """For whoever comes next."""
        return self._next(at, busy=False)

    def ended(self, at: datetime, why: str | None = None) -> Self:
        """Finished; failed where there is a `why`."""
        return self._next(at, state="failed" if why else "finished", busy=False, why=why, finished_at=at)

    def withdrawn(self, at: datetime) -> Self:
        """Finished, and gone since."""
        return self._next(at, state="withdrawn")

    def told(self) -> Envelope:
        """The event that it is over."""
        assert self.finished_at
        data = ExportFinished(
            export_id=self.export_id,
            kind=self.kind,
            state=self.state,
            rows=self.rows,
            files=len(self.parts),
        )
        origin = Origin(campaign_id=self.campaign_id) if self.campaign_id else None
        return record(data, subject=self.export_id, version=self.version, at=self.finished_at, origin=origin)

    def _next(self, at: datetime, **changes: object) -> Self:
        return replace(self, version=self.version + 1, moved_at=at, **changes)  # type: ignore[arg-type]
