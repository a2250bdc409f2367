"""Leads that an import brought in are the leads that an export brings out, whatever happens on the way."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.fakes.exported import read_all
from tests.fakes.exports import InMemoryExportBook, InMemoryFiles, Started
from tests.fakes.imports import Fuse, Guarded, Killed
from tests.unit.exports.desk import job
from tests.unit.imports.leads.desk import HEADING, PROOF, PeopleDesk
from twofold.adapters.files.sheets import DiskSheets
from twofold.exports.fill import Room
from twofold.exports.model import STUCK, Cursor, Export
from twofold.exports.tables.leads import COLUMNS, LeadRecord
from twofold.exports.write import WriteExport
from twofold.leads.model import Lead

PEOPLE = 5_000
NAMES = ("Anna", "Zoë", "ליאור", "Nguyễn", "O'Brien", "Marie-Claire")


def phone(number: int) -> str:
    return f"+4860{1_000_000 + number:07}"


def told() -> str:
    """Every third comes without a proof."""
    rows = (f"{phone(n)},{NAMES[n % len(NAMES)]},{PROOF if n % 3 else ',,,'}\n" for n in range(PEOPLE))
    return HEADING + "".join(rows)


class Stored:
    """All leads of a memory, in the order of their ids."""

    def __init__(self, leads: dict[str, Lead]) -> None:
        self.leads = leads

    def rows(self, asked: Export) -> Iterator[tuple[Cursor, LeadRecord]]:
        after = asked.cursor[0] if asked.cursor else ""
        for lead_id in sorted(self.leads):
            if lead_id > after:
                yield (lead_id,), LeadRecord(self.leads[lead_id], None, None)


@pytest.fixture(scope="module")
def brought() -> PeopleDesk:
    """By a reader who died twice."""
    desk = PeopleDesk()
    import_id = desk.open(told())
    for at in (7, 11):
        with pytest.raises(Killed):
            desk.run(import_id, Fuse(at=at))
    assert desk.run(import_id) == "finished"
    return desk


def exported(desk: PeopleDesk, form: Any) -> list[dict[str, Any]]:
    """By a writer who died three times."""
    book, files, clock = InMemoryExportBook(), InMemoryFiles(), desk.world.clock
    source = Stored(desk.world.books.leads.memory.leads)  # type: ignore[attr-defined]
    book.open(job(format=form, moved_at=clock()), 3)
    for at in (4, 3, 5, 0):
        guard = Fuse(at=at)
        write = WriteExport(
            book=Guarded(book, guard),
            sources={"leads": source},
            sheets=DiskSheets(),
            files=Guarded(files, guard),
            writer=Started(),
            clock=clock,
            room=Room(rows=1_700),
        )
        try:
            write("exp_1", lambda: 900.0)
        except Killed:
            clock.at += STUCK
    names = [column.name for column in COLUMNS]
    assert book.find("exp_1").state == "finished"
    return [dict(zip(names, row, strict=True)) for row in read_all(form, files.of("exp_1"), COLUMNS)]


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_leads_in_are_leads_out(brought: PeopleDesk, form: str):
    found = {row["phone"]: row for row in exported(brought, form)}
    assert len(found) == PEOPLE
    for number in range(PEOPLE):
        row = found[phone(number)]
        assert row["status"] == ("confirmed" if number % 3 else "pending")
        assert row["attributes"]["first_name"] == NAMES[number % len(NAMES)]
        assert bool(row["scopes"]) == bool(number % 3)
