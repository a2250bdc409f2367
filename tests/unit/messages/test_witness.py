"""The witness that stands beside every provider sees what it is there for."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.made import a_plan
from tests.fakes.samples import ANNA, order
from tests.fakes.witness import Witness
from tests.fakes.world import World
from twofold.leads.phone import Phone
from twofold.messages.model import MARKETING, Message, Sms


def handed_over(world: World, message: Message) -> None:
    """Past every rule."""
    world.books.messages.claim(message)
    sms = Sms(
        to=Phone(ANNA, "PL"),
        text="Soon over",
        message_class=MARKETING,
        message_id=message.message_id,
        price=1,
        lifetime=60,
    )
    world.gateway.send(sms)


@pytest.mark.parametrize(
    ("hours", "texts", "left", "fault"),
    [
        (0, 1, True, "the lead has not agreed to it"),
        (12, 1, False, "it is outside the hours"),
        (0, 2, False, "it is beyond the cap of a day"),
    ],
)
def test_a_text_that_should_not_have_left_is_seen(
    witness: Witness, hours: int, texts: int, left: bool, fault: str
):
    world = World()
    world.confirmed()
    world.clock.at += timedelta(hours=hours)
    if left:
        world.reply(ANNA, "STOP")
    for _ in range(texts):
        handed_over(world, a_plan(world.lead_id(), world.clock()))
    assert [seen.partition(": ")[2] for seen in witness.broken] == [fault]
    witness.broken.clear()


def test_a_text_of_a_code_that_has_just_been_spent_is_seen(witness: Witness):
    world = World()
    code = world.code()
    world.codes.redeem(code, order())
    handed_over(world, a_plan(world.lead_id(), world.clock(), (code,)))
    assert [seen.partition(": ")[2] for seen in witness.broken] == ["the code it speaks of is no good"]
    witness.broken.clear()


def test_a_text_that_may_go_is_not(witness: Witness):
    world = World()
    world.confirmed()
    assert world.go(world.plan()) == "accepted"
    assert replace(witness).broken == []
    assert len(world.gateway.sent) == 1
