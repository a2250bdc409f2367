"""Exports are kept, step by step, and those that are not over can be found."""

from datetime import timedelta

import pytest

from tests.fakes.clock import NOON
from tests.fakes.exports import InMemoryExportBook
from tests.fakes.tables import SETTINGS
from tests.unit.exports.desk import job
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.exports import DynamoExportBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.contracts.errors import Conflict, NotFound, TooMany
from twofold.contracts.events import ExportFinished
from twofold.exports.model import Part
from twofold.exports.ports import ExportBook, ExportMoved


@pytest.fixture(params=["memory", "dynamodb"])
def book(request: pytest.FixtureRequest) -> ExportBook:
    if request.param == "memory":
        return InMemoryExportBook()
    request.getfixturevalue("aws")
    return DynamoExportBook(connect(SETTINGS))


def events(book: ExportBook) -> list[object]:
    told = book.events if isinstance(book, InMemoryExportBook) else DynamoLedger().subject("exp_1")
    return [event.data for event in told]


def test_an_export_is_found_as_it_was_left(book: ExportBook):
    opened = job(
        kind="consents", format="parquet", since=NOON - timedelta(days=1), until=NOON, campaign_id="c"
    )
    book.open(opened, 3)
    assert book.find("exp_1") == opened
    taken = opened.taken(NOON)
    part = Part(name=taken.next_name, rows=3, size=40)
    past = taken.past(part, ("LEAD1", "00000001"), NOON, read=False)
    for step in (taken, past, past.released(NOON)):
        book.save(step)
        assert book.find("exp_1") == step


def test_an_export_is_opened_once(book: ExportBook):
    book.open(job(), 3)
    with pytest.raises(Conflict):
        book.open(job(), 3)
    assert book.unfinished() == ["exp_1"]


def test_so_many_are_open_at_a_time_and_no_more(book: ExportBook):
    for number in (1, 2, 3):
        book.open(job(f"exp_{number}"), 3)
    with pytest.raises(TooMany) as refused:
        book.open(job("exp_4"), 3)
    assert refused.value.retry_after == 60
    with pytest.raises(NotFound):
        book.find("exp_4")
    assert book.unfinished() == ["exp_1", "exp_2", "exp_3"]
    book.save(job("exp_2").ended(NOON))
    book.open(job("exp_4"), 3)
    assert book.unfinished() == ["exp_1", "exp_3", "exp_4"]


def test_before_the_first_none_is_open(book: ExportBook):
    assert book.unfinished() == []
    book.open(job(), 3)
    book.save(job().ended(NOON))
    assert book.unfinished() == []


@pytest.mark.parametrize("export_id", ["exp_2", "", "imp_1", "exp_" + "x" * 3_000])
def test_an_export_that_nobody_asked_for_is_not_found(book: ExportBook, export_id: str):
    with pytest.raises(NotFound):
        book.find(export_id)


def test_of_two_who_take_it_one_does(book: ExportBook):
    book.open(job(), 3)
    book.save(job().taken(NOON))
    with pytest.raises(ExportMoved):
        book.save(job().taken(NOON + timedelta(seconds=1)))
    assert book.find("exp_1").moved_at == NOON


def test_one_that_is_not_there_cannot_be_taken(book: ExportBook):
    with pytest.raises(ExportMoved):
        book.save(job().taken(NOON))


@pytest.mark.parametrize("why", [None, "It could not be written."])
def test_its_end_is_told_with_it_or_not_at_all(book: ExportBook, why: str | None):
    book.open(job(), 3)
    book.save(job().ended(NOON, why))
    with pytest.raises(ExportMoved):
        book.save(job().ended(NOON))
    (told,) = events(book)
    assert isinstance(told, ExportFinished)
    assert (told.state, told.kind) == (("failed" if why else "finished"), "leads")
    assert book.find("exp_1").why == why


def test_that_it_is_withdrawn_later_is_not_told_as_another_end(book: ExportBook):
    book.open(job(), 3)
    done = job().ended(NOON)
    book.save(done)
    book.save(done.withdrawn(NOON))
    assert book.find("exp_1").state == "withdrawn"
    assert len(events(book)) == 1
