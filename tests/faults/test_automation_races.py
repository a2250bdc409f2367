"""A code that is spent at a till as its reminder goes, on the store itself: once it is stored, no text is claimed."""

from time import monotonic

import pytest

from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.orders import OrderBooks
from tests.fakes.races import watched
from tests.faults.people import People
from tests.unit.automations.engine import racing
from tests.unit.automations.engine.street import Street
from twofold.adapters.dynamodb.carts import DynamoCartBook
from twofold.adapters.dynamodb.forgetting import DynamoForgetting
from twofold.adapters.dynamodb.orders import DynamoOrderBook
from twofold.contracts.settings import TableSettings
from twofold.messages.sending.send_planned import SendPlanned


def raced(people: People, many: int) -> dict[str, int]:
    people.attach()
    books = watched(in_dynamodb(TableSettings(**people.process.twin.tables)))
    on = people.connection
    orders = OrderBooks(DynamoOrderBook(on), DynamoCartBook(on), DynamoForgetting(on))
    street = Street(automations=(racing.REMINDER,), books=books, orders=orders)
    began = monotonic()
    told = racing.races(street, many)
    print(f"{many} races in {monotonic() - began:.0f} s: {dict(told)}")
    return told


@pytest.mark.parametrize("many", [100, pytest.param(1_000, marks=pytest.mark.prove)])
def test_a_code_that_was_redeemed_before_its_reminder_was_claimed_is_not_spoken_of(people: People, many: int):
    told = raced(people, many)
    assert told["broken"] == 0
    assert told["texted, then spent"] > many / 50, "the till never came second"
    assert told["spent, no text"] > many / 50, "the till never came first"


def test_the_check_catches_a_sender_who_does_not_look_once_more(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(SendPlanned, "_moved", lambda *given: False)
    assert any(raced(people, 100)["broken"] for _ in range(4))
