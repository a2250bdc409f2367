"""What exports read of the tables: every row once, from wherever one goes on, and nothing else that lies there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.fakes.aws import FakeAws
from tests.fakes.books import Books
from tests.fakes.clock import NOON
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.made import a_challenge, a_message, a_welcome
from tests.fakes.samples import BUFFET
from tests.fakes.tables import SETTINGS
from tests.unit.exports.desk import job
from twofold.adapters.dynamodb import ledger
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.export_pages import (
    DynamoCodePages,
    DynamoConsentPages,
    DynamoLeadPages,
    DynamoLedgerPages,
    DynamoMessagePages,
)
from twofold.adapters.dynamodb.transaction import Transaction
from twofold.contracts.events import AssetVisited, Envelope
from twofold.exports.ports import Source
from twofold.exports.tables.table import table_of
from twofold.ledger.record import record

LEADS = 5
PAGES: dict[str, Callable[[], Source]] = {
    "leads": DynamoLeadPages,
    "consents": DynamoConsentPages,
    "codes": DynamoCodePages,
    "messages": DynamoMessagePages,
    "ledger": DynamoLedgerPages,
}
ASKED: dict[str, Any] = {"opened_at": NOON + timedelta(days=3)}


@pytest.fixture
def books(aws: FakeAws) -> Books:
    """Some who joined, each with a consent, a code, a message and what happened: over three days."""
    stored = in_dynamodb(SETTINGS)
    stored.upkeep.put_campaign(BUFFET)
    for number in range(LEADS):
        join(stored, NOON + timedelta(hours=13 * number))
    return stored


def join(books: Books, at: datetime) -> None:
    challenge = a_challenge(at)
    books.challenges.open(challenge, challenge.asked(at), [], at)
    books.leads.welcome(a_welcome(challenge))
    message = a_message(challenge.lead_id, planned_at=at)
    books.messages.claim(replace(message, state="claimed"))


@pytest.mark.parametrize("kind", PAGES)
def test_every_row_comes_once_and_fits_its_columns(books: Books, kind: Any):
    asked = job(kind=kind, **ASKED)
    found = list(PAGES[kind]().rows(asked))
    assert len({cursor for cursor, _ in found}) == len(found) >= LEADS
    table = table_of(kind, None)
    for _, row in found:
        cells = table.row_for(row, asked)
        assert cells
        assert len(cells) == len(table.columns)
    if kind != "ledger":
        assert len(found) == LEADS


@pytest.mark.parametrize("kind", PAGES)
def test_one_can_go_on_from_every_row(books: Books, kind: Any):
    pages, asked = PAGES[kind](), job(kind=kind, **ASKED)
    every = list(pages.rows(asked))
    for position, (cursor, _) in enumerate(every, 1):
        rest = [found for found, _ in pages.rows(replace(asked, cursor=cursor))]
        assert rest == [found for found, _ in every[position:]]


def test_a_lead_knows_when_they_confirmed(books: Books):
    times = {record.first_confirmed_at for _, record in DynamoLeadPages().rows(job(**ASKED))}
    assert times == {NOON + timedelta(hours=13 * number, seconds=20) for number in range(LEADS)}


def test_the_ledger_is_read_in_its_order_over_days(books: Books):
    events = [event for _, event in DynamoLedgerPages().rows(job(kind="ledger", **ASKED))]
    assert [event.id for event in events] == sorted(event.id for event in events)
    assert {event.time[:10] for event in events} == {"2026-11-22", "2026-11-23", "2026-11-24"}


def test_of_the_ledger_no_more_days_are_read_than_asked_for(books: Books):
    asked = job(kind="ledger", since=NOON + timedelta(hours=13), until=NOON + timedelta(hours=26), **ASKED)
    times = {event.time for _, event in DynamoLedgerPages().rows(asked)}
    assert min(times) == "2026-11-23T01:00:00.000Z"
    assert max(times) < "2026-11-23T14:00:00.000Z"


def test_what_happens_after_one_asked_is_not_in_it(books: Books):
    assert not list(DynamoLedgerPages().rows(job(kind="ledger", opened_at=NOON)))
    put(visited(NOON + timedelta(milliseconds=1)))
    assert not list(DynamoLedgerPages().rows(job(kind="ledger", opened_at=NOON)))
    put(visited(NOON - timedelta(milliseconds=1)))
    assert len(list(DynamoLedgerPages().rows(job(kind="ledger", opened_at=NOON)))) == 1


def test_days_that_are_yet_to_come_are_empty(books: Books):
    asked = job(kind="ledger", since=NOON + timedelta(days=30), **ASKED)
    assert not list(DynamoLedgerPages().rows(asked))


def visited(at: datetime) -> Envelope:
    return record(AssetVisited(kind="opened", device="phone"), subject=f"visit_{at:%f}", version=1, at=at)


def put(event: Envelope) -> None:
    transaction = Transaction(connect(SETTINGS))
    ledger.append(transaction, event)
    transaction.commit()
