"""An automation as people read it: who enters, what happens to them step by step, and what ends it."""

import re

import pytest

from tests.fakes.samples import BUFFET
from tests.unit.automations.check.judged import ON_CART, QUIET, asked
from tests.unit.automations.definitions import an_automation
from twofold.automations.definition.automation import Again, Automation, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import (
    AnyStep,
    ChangeStage,
    IssueCode,
    Notify,
    Send,
    Stop,
    Tag,
    Until,
    Variant,
    Wait,
)
from twofold.automations.presets import presets
from twofold.automations.showing import spoken
from twofold.automations.showing.show import deed, shown
from twofold.campaigns.offer import Offer
from twofold.contracts.events import CATALOGUE

SIGNED_UP = On(event="code.issued", where=(asked("event.cause", is_=("signup", "promise")),))

PICTURE = """\
Code not used yet (unused-code): on, version 3

  ○ a code is given to a lead with cause: signup or promise
  │   if their stage: other than customer
  ┊ 7 days later
  ├─ day-7: text reminder
  ┊ 14 days later
  ├─ day-21: text last_reminder
  │   if their tags: vip
  ●

  Over at any moment as soon as their code is spent; they opt out; the campaign ends.
  Who: once for each code, cart, order or other event.
  What must hold for them to enter must hold before each step, too.
  Consent that it needs: marketing.
  5 in 100 of them get nothing, to compare with.
  At most 200 of its texts a day; who comes later waits for the next."""


def test_it_is_drawn_from_its_beginning_to_its_end():
    steps = (
        Wait(days=7),
        Send(id="day-7", template="reminder"),
        Wait(days=14),
        Send(id="day-21", template="last_reminder", when=(asked("lead.tags", is_="vip"),)),
    )
    drawn = an_automation(
        *steps,
        trigger=SIGNED_UP,
        conditions=(asked("lead.stage", not_="customer"),),
        exits=("redeemed",),
        again=Again(rule="each"),
        daily_most=200,
        version=3,
    )
    assert shown(drawn) == PICTURE


def test_with_the_campaign_its_texts_are_read_beside_its_steps():
    told = shown(an_automation(), BUFFET)
    assert f"  │   “{BUFFET.templates['en']['reminder']}”" in told
    lots = (Variant(name="a", template="reminder"), Variant(name="b", template="missed"))
    assert shown(an_automation(Send(id="lot", variants=lots)), BUFFET).count("  │   “") == 2


def test_off_and_as_shipped_stand_in_the_heading():
    told = shown(an_automation(on=False, preset="unused-code")).splitlines()[0]
    assert told == "Code not used yet (unused-code): OFF, version 1, as shipped"


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Wait(days=1, hours=2, minutes=30), "1 day 2 hours 30 minutes later"),
        (Wait(hours=1, after="cart"), "1 hour after the cart was last changed"),
        (Until(time="11:00"), "when it is 11:00 where they live"),
        (Until(time="11:00", weekdays=("sat", "sun")), "when it is 11:00 on sat or sun where they live"),
        (
            Send(id="a", template="cart", once_per="cart", within_hours=48),
            "text cart, once a cart, within 48 hours or not at all",
        ),
        (
            Send(
                id="a",
                variants=(Variant(name="short", template="x", share=2), Variant(name="long", template="y")),
            ),
            "text by lot: short (x, 2 of 3), long (y, 1 of 3)",
        ),
        (IssueCode(id="c"), "a code for the campaign's offer"),
        (IssueCode(id="c", offer=Offer(title="A lassi", kind="item", value=0)), "a code for “A lassi”"),
        (Tag(id="t", add=("a", "b"), remove=("c",)), "tag a, tag b, no tag c more"),
        (ChangeStage(id="s", to="sql"), "stage sql, unless they are further already"),
        (Notify(id="n", whom="staff", note="Ring them."), "our people read: Ring them."),
        (Notify(id="n", whom="crm", note="Lost."), "the CRM read: Lost."),
        (Stop(id="s"), "it is over here"),
    ],
)
def test_each_kind_of_step_is_told_in_words(step: AnyStep, said: str):
    assert deed(step) == said


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (asked("lead.attribute.city", is_="Vienna"), "their city: Vienna"),
        (
            asked("code.days_left", at_least=2, at_most=5),
            "days for which the code is still good: 2 or more, 5 or less",
        ),
        (asked("lead.stage", is_="lead", not_=("mql", "sql")), "their stage: lead, other than mql or sql"),
    ],
)
def test_a_condition_is_told_in_words(condition: Condition, said: str):
    assert spoken.condition(condition) == said


@pytest.mark.parametrize("event", CATALOGUE)
def test_whatever_sets_it_off_is_told(event: str):
    told, plain = (spoken.trigger(On(event=name)) for name in (event, event.removesuffix(".v1")))
    assert len(told.split()) >= 2
    assert told.replace(event, "") == plain.replace(event.removesuffix(".v1"), "")


def test_how_often_somebody_may_be_in_it_is_told():
    assert "once in a lifetime" in shown(an_automation())
    assert "a lead may enter again after 1 day." in shown(an_automation(again=Again(rule="after", days=1)))
    assert "nothing was heard of a lead for 30 days" in shown(an_automation(**QUIET))
    assert "Consent that it needs: cart_reminders." in shown(an_automation(**ON_CART))


@pytest.mark.parametrize("preset", presets("buffet-20"), ids=lambda preset: preset.automation_id)
def test_presets_are_read_without_a_word_of_the_machines(preset: Automation):
    told = shown(preset)
    assert not re.search(r"\.v1|\b(event|lead|code|cart|messages|campaign)\.[a-z]|None|\(\)", told)
