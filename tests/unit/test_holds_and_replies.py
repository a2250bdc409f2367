"""What keeps a lead back, against all that is said: only a fresh confirmation lifts what asks for one."""

from datetime import timedelta

import pytest

from tests.fakes.made import a_reply
from tests.fakes.samples import ANNA
from tests.fakes.world import World
from twofold.contracts.errors import Gone
from twofold.contracts.events import MessagePlanned
from twofold.leads.change import RESTING, REVIEW, VERIFY_AGAIN, LeadChange


@pytest.fixture
def held(world: World):
    """A confirmed lead that is held back as one wishes."""
    world.confirmed()

    def hold(kind: str) -> World:
        change = LeadChange.held(world.lead(), kind, until=None, failures=0, at=world.clock())
        world.books.leads.change(change)
        return world

    return hold


@pytest.mark.parametrize("words", ["START", "who is this?? why do you text me", "STOP", "thanks"])
def test_words_never_lift_what_only_a_fresh_confirmation_may(held, words: str):
    world = held(VERIFY_AGAIN)
    world.reply(ANNA, words)
    assert world.lead().hold == VERIFY_AGAIN


def test_who_leaves_and_comes_back_by_text_does_not_inherit_the_last_owners_consent(held):
    world = held(VERIFY_AGAIN)
    world.reply(ANNA, "STOP")
    world.reply(ANNA, "START")
    assert world.lead().status == "opted_out"


def test_a_fresh_confirmation_lifts_it(held):
    world = held(VERIFY_AGAIN)
    world.confirmed()
    assert world.lead().hold is None


def test_start_lifts_a_review(held):
    world = held(REVIEW)
    world.reply(ANNA, "START")
    assert world.lead().hold is None


def test_doubt_goes_before_a_rest(held):
    world = held(RESTING)
    world.reply(ANNA, "not interested")
    assert world.lead().hold == REVIEW


def test_keeping_one_doubtful_answer_waits_for_the_other(world: World):
    world.confirmed()
    world.reply(ANNA, "not interested")
    world.reply(ANNA, "why am I getting this")
    first, second = world.replies.review.waiting()
    world.replies.review.decide(first.message_id, "keep")
    assert world.lead().hold == REVIEW
    world.replies.review.decide(second.message_id, "keep")
    assert world.lead().hold is None


def test_a_stop_ends_the_invitation_that_waits(world: World):
    world.reply(ANNA, "BUFFET")
    world.reply(ANNA, "STOP")
    assert world.reply(ANNA, "Yes") == "other"
    assert world.lead().status == "opted_out"


def test_answers_speak_the_leads_language(world: World):
    world.join(ANNA)
    world.confirmed()
    world.reply(ANNA, "HELP")
    answer = next(m for m in _messages(world) if m.template == "help")
    assert answer.locale == world.lead().locale


def test_the_same_help_brought_again_uses_nothing_up(world: World):
    world.confirmed()
    for _ in range(10):
        world.reply(ANNA, "HELP", provider_id="one")
    assert world.reply(ANNA, "HELP", provider_id="two") == "help"
    assert len([m for m in _messages(world) if m.template == "help"]) == 2


def _messages(world: World):
    planned = [e.data.message_id for e in world.timeline() if isinstance(e.data, MessagePlanned)]
    return [message for each in planned if (message := world.books.messages.find(each))]


def test_a_start_older_than_the_stop_resumes_nothing(world: World):
    world.confirmed()
    world.clock.forward(minutes=5)
    earlier = world.clock() - timedelta(minutes=2)
    world.reply(ANNA, "STOP")
    world.replies.receive(a_reply(ANNA, "START", earlier))
    assert world.lead().status == "opted_out"


def test_a_stop_that_lands_while_a_yes_is_on_its_way_is_the_newer_word(world: World):
    challenge_id = world.join(ANNA)
    begun = world.clock()
    world.clock.forward(seconds=1)
    world.reply(ANNA, "STOP")
    challenge = world.books.challenges.find(challenge_id)
    with pytest.raises(Gone):
        world.signups.admit(challenge, begun)
    assert world.lead().status == "opted_out"


@pytest.mark.parametrize("number", ["+18005551212", "+979123456789", "+48221234567"])
def test_strangers_where_we_send_no_texts_cost_nothing(world: World, number: str):
    world.reply(number, "STOP")
    assert not [e for e in world.timeline(number) if e.type == "message.planned.v1"]
