"""The text that tells what a friend has earned: once, and only where marketing may go."""

from datetime import timedelta

import pytest
from msgspec import structs

from tests.fakes.samples import ANNA, BEN, BUFFET
from tests.unit.referrals.friends import THANKS, Story
from twofold.campaigns.offer import ReferralOffer
from twofold.contracts.events import Envelope, MessagePlanned, ReferralCompleted
from twofold.messages.model import Message


@pytest.fixture
def story() -> Story:
    """A friend has just earned Anna a code, in daylight."""
    made = Story()
    made.brought(made.joined(ANNA), BEN)
    return made


def told(story: Story) -> Envelope:
    return next(e for e in story.world.timeline(ANNA) if isinstance(e.data, ReferralCompleted))


def planned(story: Story) -> Envelope:
    return next(e for e in story.world.timeline(ANNA) if isinstance(e.data, MessagePlanned))


def sent(story: Story) -> str:
    """How the planned text ended."""
    return story.world.send(planned(story))


def message(story: Story) -> Message:
    data = planned(story).data
    assert isinstance(data, MessagePlanned)
    return story.world.message(data.message_id)


def test_it_goes_to_whoever_earned_and_names_their_code(story: Story):
    before = len(story.world.gateway.texts)
    assert story.world.send(told(story)) == "planned"
    assert sent(story) == "accepted"
    (text,) = story.world.gateway.texts[before:]
    assert story.earned()[0].code in text
    assert "STOP" in text
    assert message(story).lead_id == story.world.lead_id(ANNA)


def test_the_title_it_may_name_is_that_of_what_was_earned(story: Story):
    templates = {"en": {**BUFFET.templates["en"], "referral": "{brand}: {title}! {code} STOP to stop"}}
    story.deal(ReferralOffer(offer=THANKS), templates=templates)
    story.world.send(told(story))
    assert sent(story) == "accepted"
    assert THANKS.title in story.world.gateway.texts[-1]


def test_told_again_it_is_planned_once(story: Story):
    assert [story.world.send(told(story)) for _ in range(3)] == ["planned", "seen", "seen"]


def test_it_is_marketing_and_ends_with_its_code(story: Story):
    story.world.send(told(story))
    code = story.world.books.codes.find(story.earned()[0].code)
    assert code.expires_at
    assert message(story).message_class == "marketing"
    assert message(story).expires_at == code.expires_at.replace(microsecond=0)


def test_who_says_stop_meanwhile_gets_none(story: Story):
    story.world.send(told(story))
    asked = planned(story)
    story.world.reply(ANNA, "STOP")
    assert story.world.send(asked) == "opted_out"


def test_at_night_it_waits_for_the_morning(story: Story):
    story.world.clock.at = story.world.clock.at.replace(hour=23)
    story.brought(story.slug_of(ANNA))
    last = [e for e in story.world.timeline(ANNA) if isinstance(e.data, ReferralCompleted)][-1]
    assert story.world.send(last) == "planned"
    asked = [e for e in story.world.timeline(ANNA) if isinstance(e.data, MessagePlanned)][-1]
    assert story.world.send(asked) == "deferred"


def test_an_old_event_asks_for_no_text(story: Story):
    story.world.clock.at += timedelta(days=1, seconds=1)
    assert story.world.send(told(story)) == "too_old"
    assert not [e for e in story.world.timeline(ANNA) if isinstance(e.data, MessagePlanned)]


def test_a_code_without_an_end_is_told_whenever_it_may(story: Story):
    event = told(story)
    assert isinstance(event.data, ReferralCompleted)
    endless = ReferralCompleted(friend="f", referral="r", by="confirmation", code=event.data.code)
    assert story.world.send(structs.replace(event, data=endless)) == "planned"
    assert message(story).expires_at is None
