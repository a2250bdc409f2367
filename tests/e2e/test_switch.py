"""The kill switch, from the moment that it is pulled."""

import time
from collections.abc import Iterator

import pytest

from tests.e2e.visitor import Visitor
from tests.faults.people import People, fresh_number
from twofold.adapters.dynamodb.operations import DynamoKillSwitch
from twofold.contracts.instants import now

AT_MOST = 5.0


@pytest.fixture
def paused(people: People) -> Iterator[None]:
    _set(people, paused=True)
    yield
    _set(people, paused=False)


def _set(people: People, *, paused: bool) -> None:
    people.attach()
    DynamoKillSwitch().set(paused=paused, at=now())


def test_no_text_leaves_five_seconds_after_sending_was_paused_and_all_do_after_it_was_resumed(
    visitor: Visitor, paused: None
):
    warm, phone = fresh_number(), fresh_number()
    visitor.sign_up(warm)
    time.sleep(AT_MOST)
    assert visitor.sign_up(phone).status_code == 202, "visitors are not told"
    assert _blocked(visitor, visitor.people.lead_id(phone)) == "sending_paused"
    _set(visitor.people, paused=False)
    time.sleep(AT_MOST)
    later = fresh_number()
    visitor.sign_up(later)
    assert len(visitor.texts(later, 1)) == 1
    assert visitor.texts(phone, 0) == []


def _blocked(visitor: Visitor, lead_id: str) -> str:
    """The rule that the message was blocked by."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        rows = visitor.stack.table("messages").scan()["Items"]
        found = [row for row in rows if row["lead_id"] == lead_id and row["state"] == "blocked"]
        if found:
            return str(found[0]["rule"])
        time.sleep(0.2)
    return "none"
