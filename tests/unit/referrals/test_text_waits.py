"""Whoever earns more codes than the cap has texts for hears of each, one by one, as there is room; of none twice."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.fakes.samples import ANNA, BUFFET
from tests.fakes.world import World
from tests.unit.referrals.friends import THANKS, Story
from twofold.campaigns.offer import Offer, ReferralOffer
from twofold.contracts.events import Envelope, MessagePlanned, ReferralCompleted
from twofold.contracts.settings import SendingSettings
from twofold.messages.model import Message
from twofold.messages.ports import Consented
from twofold.messages.sending.send_log import SendLog

DAY = timedelta(days=1)


def rewarded(codes: int, offer: Offer = THANKS, **sending: Any) -> Story:
    """Friends have just earned Anna so many codes, in daylight, and the texts of them are planned."""
    story = Story(World(sending=SendingSettings(campaign=BUFFET.campaign_id, **sending)))
    story.deal(ReferralOffer(offer=offer, most=codes))
    link = story.joined(ANNA)
    for _ in range(codes + 1):
        story.brought(link)
    for event in [e for e in story.world.timeline(ANNA) if isinstance(e.data, ReferralCompleted)]:
        story.world.send(event)
    return story


def asked(story: Story) -> list[Envelope]:
    return [e for e in story.world.timeline(ANNA) if isinstance(e.data, MessagePlanned)]


def went(story: Story) -> list[str]:
    """How each of the planned texts stands, once all of them were brought."""
    return [story.world.send(event) for event in asked(story)]


def heard_of(story: Story) -> list[str]:
    """The codes that stand in texts, in the order they came."""
    earned = [data.code for data in story.earned()]
    return [code for text in story.world.gateway.texts for code in earned if code in text]


def after(story: Story, **time: int) -> datetime:
    return story.world.clock() + timedelta(**time)


def test_three_codes_of_a_day_are_told_on_three_days():
    story = rewarded(3)
    assert went(story) == ["accepted", "deferred", "deferred"]
    assert story.world.wake(after(story, hours=23)) == []
    assert story.world.wake(after(story, hours=1)) == ["accepted", "deferred"]
    assert story.world.wake(after(story, days=1)) == ["accepted"]
    assert sorted(heard_of(story)) == sorted(data.code for data in story.earned())


def test_the_reason_to_wait_is_stored_with_the_text():
    story = rewarded(2)
    began = story.world.clock()
    went(story)
    waiting = story.world.message(asked(story)[1].data.message_id)  # type: ignore[attr-defined]
    assert (waiting.state, waiting.rule, waiting.due_at) == ("deferred", "cap_day", began + DAY)
    assert "1 in 24 hours" in str(waiting.why)


def test_brought_twice_and_woken_twice_each_is_told_once():
    story = rewarded(2)
    went(story)
    went(story)
    story.world.wake(after(story, days=1))
    went(story)
    story.world.wake(after(story, days=3))
    assert len(heard_of(story)) == len(set(heard_of(story))) == 2


def test_the_cap_of_a_month_holds_for_them_too():
    story = rewarded(2, replace(THANKS, valid_days=60), cap_month=1)
    assert went(story) == ["accepted", "deferred"]
    assert story.world.wake(after(story, days=29, hours=23)) == []
    assert story.world.wake(after(story, hours=1)) == ["accepted"]


def test_what_would_wait_past_its_code_s_end_is_over_at_once():
    story = rewarded(3, replace(THANKS, valid_days=29), cap_day=5, cap_month=1)
    story.world.clock.forward(minutes=1)
    assert went(story) == ["accepted", "expired", "expired"]
    assert story.world.scheduler.waiting == {}


def test_where_the_cap_is_none_at_all_nothing_waits_for_it():
    assert went(rewarded(2, cap_day=0)) == ["cap_day", "cap_day"]


def test_a_stop_while_it_waits_wins():
    story = rewarded(2)
    went(story)
    story.world.reply(ANNA, "STOP")
    assert story.world.wake(after(story, days=1)) == ["opted_out"]


def test_room_at_night_is_waited_out_until_the_morning():
    story = rewarded(2)
    story.world.clock.at = story.world.clock().replace(hour=19, minute=59)
    assert went(story) == ["accepted", "deferred"]
    woken = story.world.scheduler.fire(after(story, days=1))
    assert woken
    story.world.clock.at = woken.at + timedelta(minutes=2)
    assert story.world.send(woken.event) == "deferred"
    assert story.world.wake(after(story, hours=10)) == []
    assert story.world.wake(after(story, hours=2)) == ["accepted"]


def test_other_marketing_does_not_wait_for_room():
    story = rewarded(1)
    assert went(story) == ["accepted"]
    assert story.world.go(story.world.plan(ANNA)) == "cap_day"


@pytest.mark.parametrize("cap", [1, 2])
def test_texts_that_wake_together_never_pass_the_cap(cap: int):
    story = rewarded(5, cap_day=cap, cap_month=30)
    went(story)
    for day in range(1, 6):
        story.world.wake(after(story, days=1))
        assert len(heard_of(story)) == min(cap * (day + 1), 5)


@dataclass
class Racing:
    """A book in which, between looking at the cap and taking the place, another text of the lead is sent."""

    story: Story
    raced: str = ""

    def claim(self, message: Message, log: SendLog | None = None, consent: Consented | None = None) -> bool:
        if not self.raced:
            self.raced = "under way"
            self.raced = self.story.world.send(asked(self.story)[1])
        return self.story.world.books.messages.claim(message, log, consent)

    def __getattr__(self, name: str) -> object:
        return getattr(self.story.world.books.messages, name)


def test_one_whose_place_was_taken_at_the_last_moment_waits_as_well():
    story = rewarded(2)
    racing = Racing(story)
    send = story.world.texts.send_planned
    story.world.texts.send_planned = replace(send, claim=replace(send.claim, book=racing))  # type: ignore[arg-type]
    assert story.world.send(asked(story)[0]) == "deferred"
    assert racing.raced == "accepted"
    assert story.world.wake(after(story, days=1)) == ["accepted"]
    assert len(set(heard_of(story))) == len(heard_of(story)) == 2
