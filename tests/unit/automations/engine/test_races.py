"""A code that is spent as its reminder goes: once that is stored before the text is claimed, no text goes."""

import sys
from collections.abc import Iterator

import pytest

from tests.fakes.in_memory import in_memory
from tests.fakes.memory import Memory
from tests.fakes.races import watched
from tests.unit.automations.engine import racing
from tests.unit.automations.engine.street import Street
from twofold.messages.sending.send_planned import SendPlanned


@pytest.fixture(autouse=True)
def in_turns() -> Iterator[None]:
    """Threads take turns so often that one comes between any two steps of the other."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def a_street() -> Street:
    memory = Memory()
    books = watched(in_memory(memory))
    return Street(automations=(racing.REMINDER,), memory=memory, books=books)


def raced(many: int) -> dict[str, int]:
    street = a_street()
    told = racing.races(street, many)
    print(dict(told))
    return told


@pytest.mark.parametrize("many", [100, pytest.param(1_000, marks=pytest.mark.prove)])
def test_a_code_that_was_redeemed_before_its_reminder_was_claimed_is_not_spoken_of(many: int):
    told = raced(many)
    assert told["broken"] == 0
    assert told["texted, then spent"] > many / 20, "the till never came second"
    assert told["spent, no text"] > many / 20, "the till never came first"


def test_the_check_catches_a_sender_who_does_not_look_once_more(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(SendPlanned, "_moved", lambda *given: False)
    assert any(raced(200)["broken"] for _ in range(8))
