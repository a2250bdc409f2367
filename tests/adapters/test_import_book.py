"""Imports are kept, step by step."""

from datetime import UTC, datetime

import pytest

from tests.fakes.imports import InMemoryImportBook
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.imports import DynamoImportBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.contracts.errors import Conflict, NotFound
from twofold.contracts.events import ImportFinished
from twofold.contracts.payloads.pools import LineFault
from twofold.imports.model import Import, Upload
from twofold.imports.ports import ImportBook, ImportMoved
from twofold.imports.row import Row

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
JOB = Import(import_id="imp_1", campaign_id="buffet-20", opened_at=AT)


@pytest.fixture(params=["memory", "dynamodb"])
def book(request: pytest.FixtureRequest) -> ImportBook:
    if request.param == "memory":
        return InMemoryImportBook()
    request.getfixturevalue("aws")
    return DynamoImportBook(connect(SETTINGS))


def events(book: ImportBook) -> list[object]:
    told = book.events if isinstance(book, InMemoryImportBook) else DynamoLedger().subject("imp_1")
    return [event.data for event in told]


def test_an_import_is_found_as_it_was_left(book: ImportBook):
    book.open(JOB)
    begun = JOB.begun(Upload(40, '"tag"'), AT)
    planned = begun.planned("10")
    rows = [Row(1, 10, None, "empty"), Row(2, 20, "SG-1"), Row(3, 30, "SG-2")]
    past = planned.past(rows)
    for step in (begun, planned, past):
        book.save(step)
        assert book.find("imp_1") == step
    assert (past.added, past.known, past.bad, past.read, past.line) == (1, 1, 1, 30, 3)
    assert past.faults == (LineFault(line=1, reason="empty"),)


def test_an_import_is_opened_once(book: ImportBook):
    book.open(JOB)
    with pytest.raises(Conflict):
        book.open(JOB)


@pytest.mark.parametrize("import_id", ["imp_2", "", "x" * 3_000])
def test_an_import_that_nobody_opened_is_not_found(book: ImportBook, import_id: str):
    with pytest.raises(NotFound):
        book.find(import_id)


def test_of_two_who_carry_it_on_one_does(book: ImportBook):
    book.open(JOB)
    one, other = JOB.begun(Upload(40, '"a"'), AT), JOB.begun(Upload(40, '"b"'), AT)
    book.save(one)
    with pytest.raises(ImportMoved):
        book.save(other)
    assert book.find("imp_1") == one


def test_one_that_is_not_there_cannot_be_carried_on(book: ImportBook):
    with pytest.raises(ImportMoved):
        book.save(JOB.begun(Upload(40, '"a"'), AT))


@pytest.mark.parametrize("why", [None, "The file is a PDF."])
def test_its_end_is_told_with_it_or_not_at_all(book: ImportBook, why: str | None):
    book.open(JOB)
    ended = JOB.ended(AT, why)
    book.save(ended)
    with pytest.raises(ImportMoved):
        book.save(JOB.ended(AT))
    (told,) = events(book)
    assert isinstance(told, ImportFinished)
    assert (told.state, told.import_id) == (("failed" if why else "finished"), "imp_1")
    assert book.find("imp_1").why == why
