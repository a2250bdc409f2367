"""Two events of one number at the same moment."""

from dataclasses import dataclass, replace

import pytest

from tests.fakes.world import World
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import LimitSettings
from twofold.messages.model import Message
from twofold.messages.ports import LogMoved
from twofold.messages.sending.send_log import SendLog


def a_world(**limits: int) -> World:
    return World(limits=LimitSettings(**limits))  # type: ignore[arg-type]


def test_two_events_of_one_number_at_once_do_not_both_take_its_last_text():
    world = a_world(number_10min=1)
    world.join()
    world.clock.forward(milliseconds=1)
    world.join()
    racing = Racing(world)
    world.texts.send_verification = _with_book(world, racing)
    first, second = world.timeline()
    assert world.send(first) == "number_10min"
    assert racing.raced == "accepted"
    assert len(world.gateway.sent) == 1
    assert world.send(second) == "seen"


@dataclass
class Racing:
    """A book in which, between reading and claiming, another event of the number is sent."""

    world: World
    raced: str = ""

    def claim(self, message: Message, log: SendLog | None = None) -> bool:
        if not self.raced:
            self.raced = "under way"
            self.raced = self.world.send(self.world.timeline()[1])
        return self.world.books.messages.claim(message, log)

    def __getattr__(self, name: str) -> object:
        return getattr(self.world.books.messages, name)


def _with_book(world: World, book: object):
    return replace(world.texts.send_verification, book=book)  # type: ignore[arg-type]


def test_who_never_gets_a_word_in_is_tried_again_later():
    world = a_world()
    world.join()
    world.texts.send_verification = _with_book(world, Busy(world))
    with pytest.raises(Unavailable):
        world.send(world.timeline()[0])
    assert world.gateway.calls == 0


@dataclass
class Busy:
    world: World

    def claim(self, message: Message, log: SendLog | None = None) -> bool:
        raise LogMoved

    def __getattr__(self, name: str) -> object:
        return getattr(self.world.books.messages, name)
