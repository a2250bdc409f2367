"""Exports of leads that are made up as they are read, all in memory."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from tests.fakes.clock import NOON, SetClock
from tests.fakes.exported import read_all
from tests.fakes.exports import InMemoryExportBook, InMemoryFiles, Made, Started
from tests.fakes.imports import Fuse, Guarded, Killed
from twofold.adapters.files.sheets import DiskSheets
from twofold.exports.columns import Row
from twofold.exports.fill import Room
from twofold.exports.model import STUCK, Export
from twofold.exports.tables.leads import LeadRecord
from twofold.exports.tables.table import table_of
from twofold.exports.write import WriteExport
from twofold.leads.model import Lead
from twofold.leads.phone import Phone
from twofold.ledger.record import Origin

NAMES = (
    "Anna",
    "=cmd|' /C calc'!A0",
    "ליאור",
    "‮=1+1",
    "Zoë; =SUM(A1)",
    '‘O’Brien’, "Bob"\r\nthe 2nd',
    "ｗ＝",
    "",
)
"""Formulas, writing from right to left, and all that a cell must be quoted for."""


def person(number: int) -> LeadRecord:
    """Every seventh has left; every second agreed to advertising."""
    left = number % 7 == 0
    scopes = () if left else ("marketing", "ads") if number % 2 else ("marketing",)
    lead = Lead(
        lead_id=f"LEAD{number:010}",
        status="opted_out" if left else "confirmed",
        version=1 + number % 3,
        phone=Phone(f"+48601{number:06}", "PL"),
        scopes=scopes,
        codes=(f"CODE{number}",),
        locale="pl",
        origin=Origin(campaign_id=f"camp-{number % 2}", place="vienna-1" if number % 3 else None),
        attributes={"first_name": NAMES[number % len(NAMES)]},
        tags=("vip", NAMES[number % len(NAMES)]) if number % 5 == 0 else (),
    )
    joined = NOON - timedelta(minutes=number)
    return LeadRecord(lead, joined, joined)


def job(export_id: str = "exp_1", **fields: Any) -> Export:
    asked = {"kind": "leads", "format": "csv", "opened_at": NOON, "moved_at": NOON, **fields}
    return Export(export_id=export_id, **asked)


@dataclass
class Desk:
    """`room` is small, so that a few thousand leads fill several files."""

    count: int = 2_500
    room: Room = field(default_factory=lambda: Room(rows=1_200))
    clock: SetClock = field(default_factory=SetClock)
    book: InMemoryExportBook = field(default_factory=InMemoryExportBook)
    files: InMemoryFiles = field(default_factory=InMemoryFiles)
    writer: Started = field(default_factory=Started)
    left: float = 900.0

    def __post_init__(self) -> None:
        self.source = Made(self.count, person)

    def open(self, **fields: Any) -> Export:
        opened = job(**fields)
        self.book.open(opened, 3)
        return opened

    def write(self, export_id: str = "exp_1", fuse: Fuse | None = None) -> str:
        guard = fuse or Fuse(at=0)
        write = WriteExport(
            book=Guarded(self.book, guard),
            sources={"leads": self.source, "audience": self.source},
            sheets=DiskSheets(),
            files=Guarded(self.files, guard),
            writer=Guarded(self.writer, guard),
            clock=self.clock,
            room=self.room,
        )
        return write(export_id, lambda: self.left)

    def write_to_the_end(self, fuse: Fuse) -> int:
        """How many were killed on the way; each is followed once it is sure that they are."""
        killed = 0
        while not self.book.find("exp_1").over:
            try:
                self.write(fuse=fuse)
            except Killed:
                killed += 1
            self.clock.at += STUCK
        return killed

    def rows(self, export_id: str = "exp_1") -> list[Row]:
        done = self.book.find(export_id)
        columns = table_of(done.kind, done.platform).columns
        return read_all(done.format, self.files.of(export_id), columns)

    def wanted(self, export_id: str = "exp_1") -> list[Row]:
        asked = self.book.find(export_id)
        table = table_of(asked.kind, asked.platform)
        made = (table.row_for(person(number), asked) for number in range(self.count))
        return [row for row in made if row is not None]
