"""Doubtful words wait for a person, and their lead gets no marketing until then."""

import pytest

from tests.fakes.samples import ANNA
from tests.fakes.world import World
from twofold.contracts.errors import InvalidRequest, NotFound
from twofold.messages.model import Message

DOUBTFUL = "leave me alone"


@pytest.fixture
def doubtful(world: World) -> Message:
    world.code()
    return doubt(world)


def doubt(world: World) -> Message:
    """Let the lead say what may be a stop; answer the message that waits."""
    assert world.reply(ANNA, DOUBTFUL) == "doubtful"
    return world.replies.review.waiting()[-1]


def test_whoever_may_have_meant_stop_gets_no_marketing(world: World, doubtful: Message):
    assert world.lead().held(world.clock()) == "review"
    assert world.go(world.plan()) == "held_review"
    assert doubtful.shown == DOUBTFUL


def test_a_person_reads_the_oldest_first(world: World, doubtful: Message):
    world.clock.forward(minutes=1)
    second = doubt(world)
    assert [m.message_id for m in world.replies.review.waiting()] == [doubtful.message_id, second.message_id]


def test_stop_opts_them_out_by_their_own_words(world: World, doubtful: Message):
    world.replies.review.decide(doubtful.message_id, "stop")
    assert world.lead().status == "opted_out"
    (left,) = (e.data for e in world.timeline() if e.type == "lead.opted_out.v1")
    assert (left.source, left.message_id) == ("review", doubtful.message_id)  # type: ignore[attr-defined]
    assert world.replies.review.waiting() == []


def test_keep_lets_texts_go_again(world: World, doubtful: Message):
    world.replies.review.decide(doubtful.message_id, "keep")
    assert (world.lead().status, world.lead().hold) == ("confirmed", None)
    assert world.go(world.plan()) == "accepted"
    assert world.replies.review.waiting() == []


def test_keep_does_not_lift_another_hold(world: World, doubtful: Message):
    world.signups.deactivate([ANNA])
    world.replies.review.decide(doubtful.message_id, "keep")
    assert world.lead().hold == "verify_again"


def test_who_decides_twice_decides_the_same(world: World, doubtful: Message):
    world.replies.review.decide(doubtful.message_id, "stop")
    with pytest.raises(NotFound) as raised:
        world.replies.review.decide(doubtful.message_id, "keep")
    assert raised.value.code == "nothing_to_review"
    assert world.lead().status == "opted_out"


@pytest.mark.parametrize("verdict", ["", "STOP", "maybe"])
def test_there_are_two_verdicts_and_no_third(world: World, doubtful: Message, verdict: str):
    with pytest.raises(InvalidRequest) as raised:
        world.replies.review.decide(doubtful.message_id, verdict)
    assert raised.value.field == "verdict"


def test_what_does_not_wait_cannot_be_decided(world: World):
    world.code()
    world.reply(ANNA, "thanks")
    (kept,) = (m for m in world.books.messages.memory.messages.values() if m.state == "received")  # type: ignore[attr-defined]
    for message_id in (kept.message_id, "msg_never"):
        with pytest.raises(NotFound):
            world.replies.review.decide(message_id, "stop")
