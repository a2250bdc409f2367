"""What a marketer is told before an automation is switched on."""

import copy
import gc
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.fakes.samples import ANNA, BEN, BUFFET, CARA
from tests.unit.automations.definitions import DAY_7, TWO_REMINDERS, an_automation
from tests.unit.automations.simulate.running import RunningTown
from tests.unit.automations.simulate.town import BEGIN, NEW_YORK, Town
from twofold.automations.definition.automation import Again, Daily, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import IssueCode, Send, Stop, Variant, Wait
from twofold.automations.presets.quiet import re_engage
from twofold.automations.simulate import timelines
from twofold.automations.simulate.answer import StepTold, WhatHappens
from twofold.automations.simulate.timeline import Timeline
from twofold.automations.simulate.way import Way
from twofold.campaigns.model import Budget
from twofold.contracts.errors import InvalidRequest, NotFound

REMINDERS = an_automation(
    *TWO_REMINDERS, exits=("redeemed", "code_over"), again=Again(rule="each"), holdout=0
)
ANSWERED = On(event="message.received")


def step(answer: WhatHappens, step_id: str) -> StepTold:
    return next(told for told in answer.steps if told.step == step_id)


@pytest.fixture
def town() -> Town:
    return Town()


def test_whoever_leaves_their_code_unused_would_get_both_reminders(town):
    town.join()
    town.forward(days=25)
    answer = town.would(REMINDERS)
    assert (answer.leads, answer.events, answer.entered, answer.texted) == (1, 1, 1, 1)
    assert (step(answer, "day-7").done, step(answer, "day-21").done) == (1, 1)
    assert answer.over == {"finished": 1}


def test_whoever_uses_it_between_them_would_get_the_first_alone(town):
    town.join()
    town.forward(days=10)
    town.redeem()
    town.forward(days=15)
    answer = town.would(REMINDERS)
    assert step(answer, "day-7").done == 1
    assert (step(answer, "day-21").came, step(answer, "day-21").left) == (1, {"redeemed": 1})


def test_a_code_that_was_used_a_moment_before_a_reminder_keeps_it_back(town):
    town.join()
    town.forward(days=7, milliseconds=-1)
    town.redeem()
    town.forward(days=30)
    assert step(town.would(REMINDERS), "day-7").left == {"redeemed": 1}


def test_what_has_not_come_yet_waits(town):
    town.join()
    town.forward(days=6)
    answer = town.would(REMINDERS)
    assert (answer.running, step(answer, "day-7").waiting, answer.total.texts) == (1, 1, 0)
    assert any("nobody knows" in note for note in answer.notes)


def test_nothing_is_written_and_nothing_is_sent(town):
    for person in (ANNA, BEN):
        town.join(person)
    town.forward(days=70)
    before = copy.deepcopy({f: getattr(town.memory, f) for f in town.memory.__slots__ if f != "lock"})
    town.would(REMINDERS)
    town.would(re_engage(BUFFET.campaign_id))
    assert before == {f: getattr(town.memory, f) for f in before}
    assert not town.world.gateway.sent


def test_an_event_that_says_something_else_is_counted_with_the_condition_it_fails(town):
    town.join()
    town.forward(days=1)
    automation = an_automation(
        trigger=On(event="code.issued", where=(Condition(fact="event.cause", is_=("partner", "promise")),))
    )
    answer = town.would(automation)
    assert (answer.leads, answer.events, answer.entered) == (1, 1, 0)
    assert answer.not_entered == {"event.cause is partner or promise": 1}


def test_of_several_conditions_the_one_that_fails_is_named(town):
    town.join()
    town.forward(days=1)
    conditions = (
        Condition(fact="lead.country", is_=("PL",)),
        Condition(fact="code.days_left", at_least=5, at_most=20),
        Condition(fact="lead.stage", not_=("subscriber",)),
    )
    answer = town.would(an_automation(conditions=conditions))
    assert answer.not_entered == {"code.days_left is at least 5 and is at most 20": 1}


def test_the_held_out_are_counted_and_get_nothing(town):
    for person in (ANNA, BEN, CARA):
        town.join(person)
    town.forward(days=30)
    answer = town.would(an_automation(holdout=100))
    assert (answer.held_out, answer.entered, answer.total.texts) == (3, 0, 0)


def test_whoever_had_left_by_then_would_not_enter(town):
    town.join()
    town.forward(days=1)
    town.stop()
    town.forward(days=1)
    town.start()
    # The STOP is an answer as well as the START.
    answer = town.would(an_automation(DAY_7, trigger=ANSWERED, holdout=0))
    assert (answer.not_entered, answer.entered) == ({"not_confirmed": 1}, 1)


def test_whoever_came_back_since_had_left_all_the_same(town):
    town.join()
    town.forward(days=6)
    town.stop()
    town.forward(days=3)
    town.start()
    town.forward(days=20)
    assert step(town.would(REMINDERS), "day-7").left == {"opted_out": 1}


def test_a_code_that_ends_before_the_first_step_lets_nobody_in(town):
    town.join()
    town.forward(days=50)
    answer = town.would(an_automation(Wait(days=40), DAY_7, exits=("code_over",)))
    assert answer.not_entered == {"too_late": 1}


def test_the_night_moves_a_text_and_it_is_counted_once(town):
    town.forward(hours=10)
    town.join()
    town.forward(days=1, hours=12)
    told = step(town.would(an_automation(Wait(days=1), DAY_7)), "day-7")
    assert (told.moved, told.done) == (1, 1)


def test_a_text_that_they_had_takes_its_place_under_the_cap(town):
    town.join()
    town.forward(days=6, hours=22)
    message = town.world.plan()
    assert town.world.go(message) == "accepted"
    town.forward(hours=3)
    told = step(town.would(REMINDERS), "day-7")
    assert (told.done, told.texts_waiting) == (0, 1)
    town.forward(days=1)
    told = step(town.would(REMINDERS), "day-7")
    assert (told.done, told.texts_waiting) == (1, 0)


def test_a_full_day_puts_the_others_off_until_the_next(town):
    for person in (ANNA, BEN, CARA):
        town.join(person)
        town.forward(minutes=1)
    town.forward(days=7, hours=1)
    automation = an_automation(*TWO_REMINDERS, daily_most=1, holdout=0)
    told = step(town.would(automation), "day-7")
    assert (told.done, told.waiting, told.put_off) == (1, 2, 2)
    town.forward(days=2)
    assert step(town.would(automation), "day-7").done == 3


def test_what_it_has_done_itself_is_left_out():
    """It is tried as if it were new, however long it has run."""
    quiet, running = Town(), RunningTown(REMINDERS)
    for town in (quiet, running):
        town.act("join", ANNA)
        town.forward(days=7, hours=1)
    assert running.world.gateway.sent
    assert running.would(REMINDERS) == quiet.would(REMINDERS)
    # To another one, that text is one that they had.
    another = an_automation(*TWO_REMINDERS, automation_id="another", holdout=0)
    assert step(running.would(another), "day-7").texts_waiting == 1
    assert step(quiet.would(another), "day-7").done == 1


def test_only_who_comes_on_those_days_enters_and_is_followed_beyond_them(town):
    for person in (ANNA, BEN, CARA):
        town.join(person)
        town.forward(days=1)
    town.redeem(BEN)
    town.forward(days=30)
    second = BEGIN.date() + timedelta(days=1)
    answer = town.would(REMINDERS, second, second)
    assert (answer.leads, answer.entered) == (1, 1)
    assert answer.over == {"redeemed": 1}


def test_a_cart_that_changes_often_is_one_lead_and_enters_once(town):
    town.join()
    for _ in range(3):
        town.act("cart")
        town.forward(minutes=20)
    town.forward(hours=3)
    automation = an_automation(
        Wait(hours=1, after="cart"),
        Send(id="cart", template="cart", once_per="cart"),
        trigger=On(event="cart.updated"),
        again=Again(rule="each"),
        holdout=0,
    )
    answer = town.would(automation)
    assert (answer.leads, answer.events, answer.entered) == (1, 3, 1)
    assert answer.not_entered == {"seen": 2}
    assert (step(answer, "cart").done, step(answer, "cart").put_off) == (1, 1)


def test_texts_are_billed_by_country_and_by_variant(town):
    for person in (ANNA, BEN, CARA, NEW_YORK):
        town.join(person)
    town.forward(days=2)
    variants = (Variant(name="short", template="reminder"), Variant(name="long", template="wordy"))
    words = {"en": {**BUFFET.templates["en"], "wordy": "{brand} " + "and more of it " * 20 + "STOP to stop"}}
    town.books.upkeep.put_campaign(replace(BUFFET, templates={**BUFFET.templates, **words}))
    answer = town.would(an_automation(Wait(days=1), Send(id="text", variants=variants), holdout=0))
    assert answer.total.texts == 4 == sum(bill.texts for bill in step(answer, "text").variants.values())
    assert set(answer.countries) == {"PL", "DE", "US"}
    assert answer.countries["US"].price == answer.countries["US"].parts * 10_000
    assert answer.total.price == sum(bill.price for bill in answer.countries.values())
    long = step(answer, "text").variants["long"]
    assert long.parts == 3 * long.texts


def test_a_text_that_nobody_has_written_is_blocked(town):
    town.join()
    town.forward(days=2)
    told = step(town.would(an_automation(Send(id="text", template="of nobody"))), "text")
    assert told.blocked == {"no_template": 1}


def test_a_reminder_of_a_code_where_it_is_about_none_is_blocked(town):
    town.join()
    town.forward(hours=1)
    town.say()
    town.forward(hours=1)
    told = step(town.would(an_automation(DAY_7, trigger=ANSWERED, holdout=0)), "day-7")
    assert told.blocked == {"field_missing": 1}


def test_whoever_was_quiet_for_long_enough_is_in_the_segment_of_that_day(town):
    town.join(ANNA)
    town.forward(days=1)
    town.join(BEN)
    town.forward(days=20)
    town.say(BEN)
    town.forward(days=45)
    quiet = an_automation(
        IssueCode(id="code"),
        Send(id="come-back", template="come_back"),
        Stop(id="stop"),
        trigger=Daily(quiet_days=30),
        holdout=0,
    )
    answer = town.would(quiet)
    assert (answer.leads, answer.events, answer.entered) == (2, 2, 2)
    assert (step(answer, "code").done, step(answer, "come-back").done) == (2, 2)
    assert answer.over == {"stopped": 2}
    thirtieth = BEGIN.date() + timedelta(days=30)
    assert town.would(quiet, thirtieth, thirtieth).entered == 1
    assert town.would(quiet, thirtieth + timedelta(days=1), thirtieth + timedelta(days=20)).entered == 0


def test_whoever_was_erased_is_no_lead_any_more(town):
    town.join()
    town.forward(days=1)
    town.books.upkeep.mark_lead(town.lead().lead_id, "erased")
    answer = town.would(REMINDERS)
    assert (answer.leads, answer.not_entered) == (0, {"gone": 1})


def test_a_paused_campaign_is_tried_as_if_it_ran_and_that_is_said(town):
    town.join()
    town.forward(days=25)
    running = town.would(REMINDERS)
    town.books.upkeep.put_campaign(replace(BUFFET, paused=True))
    paused = town.would(REMINDERS)
    assert (paused.total, paused.notes) == (
        running.total,
        ["The campaign is paused now; this is as if it were running."],
    )


def test_what_would_cost_more_than_there_is_says_so(town):
    town.join()
    town.forward(days=25)
    town.books.upkeep.put_campaign(replace(BUFFET, budget=Budget(total=7)))
    assert any("budget" in note for note in town.would(REMINDERS).notes)
    town.books.upkeep.put_campaign(replace(BUFFET, budget=Budget(total=8)))
    assert not town.would(REMINDERS).notes


def test_one_that_is_switched_off_is_tried_as_if_it_were_on(town):
    town.join()
    town.forward(days=25)
    assert town.would(an_automation(on=False, holdout=0)).entered == 1


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(2026, 11, 2), date(2026, 11, 1), "days_reversed"),
        (date(2027, 1, 1), date(2027, 1, 2), "days_to_come"),
    ],
)
def test_days_that_are_none_or_to_come_are_refused(town, first, last, code):
    with pytest.raises(InvalidRequest) as refused:
        town.would(REMINDERS, first, last)
    assert refused.value.code == code


def test_days_that_have_only_begun_are_said_to_be_so(town):
    town.join()
    answer = town.would(REMINDERS, BEGIN.date(), BEGIN.date() + timedelta(days=9))
    assert answer.entered == 1
    assert any("not come yet" in note for note in answer.notes)


def test_a_campaign_that_there_is_not_is_refused(town):
    with pytest.raises(NotFound):
        town.would(an_automation(campaign_id="of-nobody"))


def test_a_long_look_says_how_far_it_has_come(town):
    told = []
    for person in (ANNA, BEN):
        town.join(person)
        town.forward(days=1)
    ask = town.asking(progress=lambda at, leads: told.append((at.date(), leads)))
    ask(REMINDERS, BEGIN.date(), town.clock().date())
    assert told == [(BEGIN.date(), 1), (BEGIN.date() + timedelta(days=1), 2)]


def test_of_many_leads_no_more_is_held_than_of_a_few(town, monkeypatch):
    monkeypatch.setattr(timelines, "REMEMBERED", 5)
    for number in range(20):
        town.join(f"+4860123{number:04d}")
        town.forward(hours=2)
    held = []

    def count(at: datetime, leads: int) -> None:
        gc.collect()
        things = [type(thing) for thing in gc.get_objects()]
        held.append((things.count(Way), things.count(Timeline)))

    answer = town.asking(progress=count)(REMINDERS, BEGIN.date(), town.clock().date())
    assert answer.entered == len(held) == 20
    assert max(ways for ways, _ in held) <= 1
    assert max(lines for _, lines in held) <= 6
