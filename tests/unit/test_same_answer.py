"""What a visitor learns from an answer does not depend on what we know of the number."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from tests.fakes.books import Books
from tests.fakes.in_memory import in_memory
from tests.fakes.samples import ANNA, PASSER_BY, signup
from tests.fakes.world import World
from twofold.contracts.payloads.signups import SignupAccepted
from twofold.contracts.settings import LimitSettings


class Watched:
    """A port whose calls are written down."""

    def __init__(self, port: Any, calls: list[str]) -> None:
        self._port, self._calls = port, calls

    def __getattr__(self, name: str) -> Any:
        self._calls.append(f"{type(self._port).__name__}.{name}")
        return getattr(self._port, name)


def watched(books: Books, calls: list[str]) -> Books:
    ports = {n: Watched(getattr(books, n), calls) for n in Books.__slots__ if n != "upkeep"}
    return Books(**ports, upkeep=books.upkeep)


def pending(world: World) -> None:
    world.join()


def confirmed(world: World) -> None:
    world.confirmed()


def opted_out(world: World) -> None:
    world.confirmed()
    world.books.upkeep.mark_lead(world.lead_id(), "opted_out")


def erased(world: World) -> None:
    world.confirmed()
    world.books.upkeep.mark_lead(world.lead_id(), "erased")


def sent_too_many(world: World) -> None:
    for _ in range(6):
        world.join()
    world.send_all()


@pytest.mark.parametrize("past", [pending, confirmed, opted_out, erased, sent_too_many])
def test_a_known_number_and_a_new_one_get_the_same_bytes_by_the_same_steps(past: Callable[[World], None]):
    calls: list[str] = []
    world = World(books=watched(in_memory(), calls), limits=LimitSettings(ip_10min=1_000))
    past(world)
    answers, steps = [], []
    for phone in (ANNA, "+48609999888"):
        calls.clear()
        answers.append(world.signups.sign_up(signup(phone), PASSER_BY))
        steps.append(list(calls))
    assert steps[0] == steps[1]
    assert _bytes(answers[0]) == _bytes(answers[1])


def _bytes(answer: SignupAccepted) -> bytes:
    return msgspec.json.encode(msgspec.structs.replace(answer, challenge_id="-" * len(answer.challenge_id)))
