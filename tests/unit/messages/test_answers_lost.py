"""Providers that take a text and never answer: which texts may go twice then, and which never."""

from datetime import timedelta

import pytest

from tests.fakes.gateway import FakeGateway
from tests.fakes.samples import ANNA
from tests.fakes.world import World
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.events import CodeIssued
from twofold.messages.model import Sms
from twofold.messages.ports import Handed, RecipientOptedOut
from twofold.messages.sending.plan import planned


class Silent(FakeGateway):
    """Takes every text, and answers none of the first so many."""

    silent = 3

    def send(self, sms: Sms) -> Handed:
        handed = super().send(sms)
        if len(self.sent) <= self.silent:
            raise OutcomeUnknown("The provider never answered.")
        return handed


@pytest.fixture
def world() -> World:
    made = World(gateway=Silent())
    made.confirmed()
    return made


def test_a_marketing_text_whose_answer_was_lost_is_never_sent_again(world: World):
    message = world.plan()
    assert [world.go(message) for _ in range(5)] == ["unknown"] + ["seen"] * 4
    assert len(world.gateway.sent) == 1


def test_its_receipt_settles_it_and_tells_that_it_left(world: World):
    message = world.plan()
    world.go(message)
    before = world.message(message).price
    assert world.receipt(message, price=20_000) == "delivered"
    assert world.receipt(message, price=20_000) == "late"
    told = sorted(event.type for event in world.timeline() if event.type.startswith("message."))
    assert told == ["message.delivered.v1", "message.planned.v1", "message.sent.v1"]
    assert world.message(message).billed == 20_000 < before
    assert world.go(message) == "seen"


def test_the_discount_code_arrives_however_often_an_answer_is_lost_and_is_always_the_same(world: World):
    issued = next(event for event in world.timeline() if isinstance(event.data, CodeIssued))
    for _ in range(3):
        with pytest.raises(Unavailable):
            world.send(issued)
    assert world.send(issued) == "accepted"
    assert world.send(issued) == "seen"
    assert len(world.gateway.texts) == 4
    assert all(world.lead().codes[0] in text for text in world.gateway.texts)


@pytest.mark.parametrize(("seconds", "left"), [(0, 1), (60, 1), (61, 0), (600, 0)])
def test_a_verification_code_leaves_within_a_minute_or_never(seconds: float, left: int):
    world = World(gateway=Silent())
    world.join()
    (event,) = world.timeline()
    world.clock.forward(seconds=seconds)
    world.send(event)
    world.send(event)
    assert len(world.gateway.sent) == left


def test_a_code_whose_provider_is_down_is_not_sent_once_it_is_a_minute_old():
    world = World(gateway=FakeGateway(faults=[Unavailable("down")] * 3))
    world.join()
    (event,) = world.timeline()
    with pytest.raises(Unavailable):
        world.send(event)
    world.clock.at += timedelta(seconds=61)
    assert world.send(event) == "too_old"
    assert world.gateway.sent == []


def test_a_wish_that_the_carrier_tells_is_stored_though_the_database_fails_at_first(
    monkeypatch: pytest.MonkeyPatch,
):
    world = World(gateway=FakeGateway(faults=[RecipientOptedOut("list")] * 2))
    world.confirmed()
    message = world.plan()
    with monkeypatch.context() as patch:
        patch.setattr(type(world.books.leads), "change", _fails)
        with pytest.raises(Unavailable):
            world.go(message)
    assert world.message(message).state == "planned"
    assert world.send(planned(message)) == "failed"
    assert world.lead(ANNA).status == "opted_out"
    assert world.gateway.sent == []


def _fails(*_: object) -> None:
    raise Unavailable("The database did not answer.")
