"""Whoever writes an export may die at any moment: the next one comes to the same rows, and one end is told."""

import pytest

from tests.fakes.exported import without_empty
from tests.fakes.imports import Fuse
from tests.unit.exports.desk import Desk

CALLS = Fuse(at=10**9)
_desk = Desk(count=1_300)
_desk.open()
_desk.write_to_the_end(CALLS)


def test_there_are_moments_to_die_at():
    print("moments", CALLS.calls)
    assert CALLS.calls >= 7


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("at", range(1, CALLS.calls + 1))
def test_a_death_changes_no_row(form: str, after: bool, at: int):
    desk = Desk(count=1_300)
    desk.open(format=form)
    assert desk.write_to_the_end(Fuse(at=at, after=after)) == 1
    assert without_empty(desk.rows()) == without_empty(desk.wanted())
    assert [event.type for event in desk.book.events] == ["export.finished.v1"]
    assert len(desk.files.kept) == len(desk.book.find("exp_1").parts) == 2
