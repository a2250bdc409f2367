"""Who was asked why and says so carries the reason as a tag."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.automating import a_way
from tests.fakes.samples import ANNA
from tests.fakes.world import World
from twofold.automations.declines.reasons import ELSE, PRICE, TIME
from twofold.automations.declines.tag_reason import TagReason
from twofold.automations.definition.steps import Send
from twofold.automations.enrolments.events import entered, stepped
from twofold.automations.enrolments.step_done import StepDone
from twofold.automations.presets import presets
from twofold.contracts.events import CampaignChanged, LeadUpdated, MessageReceived
from twofold.leads.change import LeadChange
from twofold.ledger.record import record

SOON = timedelta(minutes=3)


@pytest.fixture
def asked(world: World) -> World:
    """A lead who said not now, and was asked why."""
    world.code()
    world.reply(ANNA, "no thanks")
    world.clock.forward(minutes=1)
    ask(world)
    world.clock.at += SOON
    return world


def ask(world: World) -> None:
    lead = world.lead()
    assert lead.origin is not None
    automation = next(each for each in presets(lead.origin.campaign_id) if each.preset == "not-now")
    changed = CampaignChanged(changed=("automation not-now",))
    world.books.automations.save(
        automation,
        record(changed, subject=automation.campaign_id, version=1, at=world.clock(), origin=lead.origin),
    )
    way = a_way(
        lead.lead_id,
        campaign_id=automation.campaign_id,
        automation_id=automation.automation_id,
        version=1,
        origin=lead.origin,
        cause="",
        step="ask-why",
        entered_at=world.clock(),
        since=world.clock(),
        due_at=world.clock(),
    )
    world.books.enrolments.enter(way, entered(way))
    step = automation.step("ask-why")
    assert isinstance(step, Send)
    after = way.next(done=("ask-why",), step="not-ready")
    world.books.enrolments.step(StepDone(after=after, events=(stepped(after, step, after.since),)))


def hear(world: World, at: int = -1) -> str | None:
    """What the lead's answer (the last one, else that of this place) brings."""
    books = world.books
    tag = TagReason(
        leads=books.leads,
        messages=books.messages,
        enrolments=books.enrolments,
        automations=books.automations,
        clock=world.clock,
    )
    answers = [e.data for e in world.timeline() if isinstance(e.data, MessageReceived)]
    return tag(world.lead().lead_id, answers[at])


def answer(world: World, body: str) -> str | None:
    world.clock.forward(minutes=1)
    world.reply(ANNA, body)
    return hear(world)


def test_the_reason_becomes_a_tag_and_the_event_says_so(asked: World):
    assert answer(asked, "1") == PRICE
    assert asked.lead().tags == (PRICE,)
    (told,) = (e.data for e in asked.timeline() if isinstance(e.data, LeadUpdated))
    assert (told.tagged, told.untagged) == ((PRICE,), ())


def test_the_answer_may_be_another_decline(asked: World):
    assert answer(asked, "too expensive") == PRICE


def test_heard_twice_it_is_tagged_once(asked: World):
    answer(asked, "1")
    before = asked.lead()
    assert hear(asked) is None
    assert asked.lead() == before


def test_the_newest_reason_takes_the_place_of_the_one_before(asked: World):
    answer(asked, "1")
    assert answer(asked, "2") == TIME
    assert asked.lead().tags == (TIME,)


def test_words_that_name_no_reason_are_one_of_their_own(asked: World):
    assert answer(asked, "you moved to the other side of the river") == ELSE


def test_small_talk_takes_no_reason_away(asked: World):
    answer(asked, "2")
    assert answer(asked, "greetings to the chef") is None
    assert asked.lead().tags == (TIME,)


def test_other_tags_stay(asked: World):
    change = LeadChange.tagged(asked.lead(), ("not-ready", "vip"), at=asked.clock())
    assert change is not None
    asked.books.leads.change(change)
    answer(asked, "2")
    assert asked.lead().tags == ("not-ready", "vip", TIME)


def test_what_they_were_asked_for_is_no_answer_to_it(asked: World):
    """The no that made them enter, heard once more."""
    assert hear(asked, at=0) is None
    assert asked.lead().tags == ()


def test_a_week_later_an_answer_is_about_something_else(asked: World):
    asked.clock.at += timedelta(days=7)
    assert answer(asked, "1") is None


def test_who_was_not_asked_gives_no_reason(world: World):
    world.code()
    assert answer(world, "1") is None
    assert world.lead().tags == ()


def test_who_leaves_is_not_tagged(asked: World):
    assert answer(asked, "3 not for me, stop") is None
    assert asked.lead().tags == ()


def test_words_of_whom_we_forgot_are_read_by_nobody(asked: World):
    asked.reply(ANNA, "1")
    lead = asked.lead()
    asked.books.leads.memory.leads[lead.lead_id] = replace(lead, status="erased")  # type: ignore[attr-defined]
    assert hear(asked) is None
