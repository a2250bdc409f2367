"""The automations that are shipped."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import msgspec
import pytest

from tests.fakes.samples import BUFFET, ROOT
from tests.unit.automations.definitions import a_lead
from twofold.automations.check.automation import check
from twofold.automations.definition.automation import Automation, Daily, Exit, On
from twofold.automations.definition.conditions import Condition, Fact
from twofold.automations.definition.steps import AnyStep, IssueCode, Send, Tag
from twofold.automations.facts.catalogue import EVENT, FACTS
from twofold.automations.presets import presets
from twofold.automations.running.timing import Timing
from twofold.campaigns.pace import REAL
from twofold.contracts.causes import AUTOMATION, PARTNER, PROMISE, SIGNUP
from twofold.contracts.events import CATALOGUE
from twofold.contracts.settings import AutomationSettings, SendingSettings
from twofold.messages.model import CODE
from twofold.messages.replies.model import NOT_NOW
from twofold.messages.sending.opening import opening_hours
from twofold.messages.texts.defaults import ANSWERS, NAMES
from twofold.messages.texts.findings import errors

SHIPPED = {each.automation_id: each for each in presets("buffet-20")}
EACH = pytest.mark.parametrize("automation", SHIPPED.values(), ids=SHIPPED)
NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
"""A Tuesday, in Berlin."""

FOR_MARKETING_ALONE = replace(BUFFET.consents[-1], scopes=("marketing",))

timing = Timing(opening=opening_hours(SendingSettings()))


def sends(automation: Automation) -> list[Send]:
    return [step for step in automation.acting if isinstance(step, Send)]


def conditions(automation: Automation) -> list[Condition]:
    where = automation.trigger.where if isinstance(automation.trigger, On) else ()
    return [*where, *automation.conditions, *(each for step in automation.steps for each in step.when)]


def days_until(automation: Automation, step_id: str) -> float:
    """As the waits have it, for somebody in Berlin who enters on a Tuesday at noon."""
    at, after = NOON, None
    while following := timing.next(
        automation, after, at, a_lead(number="+4915112345678", country="DE"), REAL
    ):
        at, after = following.at, following.step.id
        if after == step_id:
            return (at - NOON) / timedelta(days=1)
    raise AssertionError(f"there is no step {step_id}")


def test_there_are_eight_each_known_by_its_name():
    assert list(SHIPPED) == [
        *(
            "welcome",
            "unused-code",
            "cart-with-code",
            "cart",
            "re-engage",
            "thank-you",
            "win-back",
            "not-now",
        ),
    ]
    assert all(each.preset == name for name, each in SHIPPED.items())
    assert len({each.name for each in SHIPPED.values()}) == len(SHIPPED)


def test_they_are_the_campaigns_own():
    assert {each.campaign_id for each in presets("spa-10")} == {"spa-10"}
    assert {each.audience for each in presets("spa-10")}.isdisjoint(
        each.audience for each in SHIPPED.values()
    )


@EACH
def test_each_is_on_in_its_first_version(automation: Automation):
    assert (automation.on, automation.version, automation.moved_to) == (True, 1, 0)


@EACH
def test_each_can_be_written_down_and_read_again(automation: Automation):
    assert msgspec.json.decode(msgspec.json.encode(automation), type=Automation) == automation


@EACH
def test_each_speaks_of_events_facts_and_exits_that_there_are(automation: Automation):
    asked = [each.fact for each in conditions(automation)]
    if isinstance(automation.trigger, On):
        fields = CATALOGUE[automation.trigger.event].__struct_fields__
        asked = [fact for fact in asked if fact.removeprefix(EVENT) not in fields]
    assert set(asked) <= set(FACTS)
    assert set(automation.exits) <= set(get_args(Exit))


@EACH
def test_each_is_one_that_a_marketer_could_save(automation: Automation):
    """In a campaign whose consent is for carts, too, and whose codes outlive the last reminder."""
    assert check(automation, BUFFET, hears=AutomationSettings().hears) == ()


@EACH
def test_each_may_be_saved_where_hardly_anything_is_said(automation: Automation):
    bare = replace(BUFFET, referral=None, target_url=None, contact=None, consents=(FOR_MARKETING_ALONE,))
    found = check(automation, bare, hears=AutomationSettings().hears)
    assert [each.code for each in found] == (["nobody_agreed"] if "cart" in automation.automation_id else [])
    assert not errors(found)


@EACH
def test_each_step_that_does_something_has_a_name_of_its_own(automation: Automation):
    ids = [step.id for step in automation.acting]
    assert all(ids)
    assert len(set(ids)) == len(ids)


@EACH
def test_each_text_is_built_in_or_every_campaign_has_it(automation: Automation):
    assert {send.template for send in sends(automation)} <= NAMES | {CODE}


def test_everything_built_in_for_automations_is_sent_by_one():
    sent = {send.template for automation in SHIPPED.values() for send in sends(automation)}
    assert NAMES - sent == (ANSWERS - {"ask_why"}) | {"referral"}


def test_five_of_a_hundred_get_nothing_but_who_asked_for_something_gets_it():
    assert {name: each.holdout for name, each in SHIPPED.items() if each.holdout != 5} == {
        "welcome": 0,
        "not-now": 0,
    }


@pytest.mark.parametrize(
    ("name", "step", "days"),
    [
        ("unused-code", "day-7", 7),
        ("unused-code", "day-21", 21),
        ("cart-with-code", "cart", 1 / 24),
        ("cart", "cart", 1 / 24),
        ("win-back", "still-there", 0),
        ("win-back", "missed", 15),
        ("win-back", "last-offer", 60),
        ("win-back", "dormant", 74),
        ("not-now", "ask-why", 0),
    ],
)
def test_a_step_comes_so_many_days_after_its_cause(name: str, step: str, days: float):
    assert days_until(SHIPPED[name], step) == pytest.approx(days)


@pytest.mark.parametrize(
    ("name", "step", "days"),
    [("re-engage", "come-back", 0), ("thank-you", "thanks", 1), ("not-now", "useful", 30)],
)
def test_some_texts_wait_for_eleven_where_people_live(name: str, step: str, days: int):
    """The next eleven o'clock after so many days: it is noon when they enter."""
    assert days_until(SHIPPED[name], step) == pytest.approx(days + 23 / 24)


def test_two_are_for_those_of_whom_nothing_is_heard():
    quiet = {n: each.trigger.quiet_days for n, each in SHIPPED.items() if isinstance(each.trigger, Daily)}
    assert quiet == {"re-engage": 60, "win-back": 30}


def where_holds(name: str, word: str) -> bool:
    trigger = SHIPPED[name].trigger
    assert isinstance(trigger, On)
    return all(condition.holds(word) for condition in trigger.where)


def test_a_code_that_nobody_signed_up_for_sets_off_no_welcome_and_no_reminders():
    for name in ("welcome", "unused-code"):
        assert [where_holds(name, cause) for cause in (SIGNUP, PROMISE, PARTNER, AUTOMATION)] == [
            *(True, True, False, False),
        ]


def test_only_who_declines_is_asked_why():
    intents = ("stop", "help", "start", "join", "yes", NOT_NOW, "doubtful", "other")
    assert [intent for intent in intents if where_holds("not-now", intent)] == [NOT_NOW]


@pytest.mark.parametrize(
    ("has_code", "state"), [("yes", "open"), ("no", "open"), ("yes", "ordered"), ("no", "ordered")]
)
def test_a_cart_that_waits_lets_its_lead_into_one_of_the_two_and_one_that_is_ordered_into_none(
    has_code: str, state: str
):
    facts: dict[str, Fact] = {"cart.has_code": has_code, "cart.state": state, "cart.amount": 5_000}
    entered = [
        name
        for name in ("cart-with-code", "cart")
        if all(condition.holds(facts[condition.fact]) for condition in SHIPPED[name].conditions)
    ]
    assert entered == ([] if state == "ordered" else ["cart-with-code" if has_code == "yes" else "cart"])


def test_a_cart_gets_one_text_within_two_days_and_only_by_a_consent_of_its_own():
    for name in ("cart-with-code", "cart"):
        (send,) = sends(SHIPPED[name])
        assert (send.once_per, send.within_hours) == ("cart", 48)
        assert SHIPPED[name].scope == "cart_reminders"
    assert {each.scope for name, each in SHIPPED.items() if "cart" not in name} == {"marketing"}


def sent_when(name: str, value: str) -> list[str]:
    return [s.template for s in sends(SHIPPED[name]) if all(each.holds(value) for each in s.when)]


def test_a_link_for_friends_goes_where_friends_are_rewarded_and_plain_thanks_elsewhere():
    assert sent_when("thank-you", "yes") == ["thanks_friends"]
    assert sent_when("thank-you", "no") == ["thanks"]


def test_the_ladder_begins_lower_the_more_somebody_had_done():
    assert sent_when("win-back", "hot") == ["still_there", "missed", "last_offer"]
    assert sent_when("win-back", "warm") == ["missed", "last_offer"]
    assert sent_when("win-back", "cold") == ["last_offer"]


def before(automation: Automation, template: str) -> list[AnyStep]:
    steps = list(automation.acting)
    return steps[: next(i for i, step in enumerate(steps) if getattr(step, "template", None) == template)]


@pytest.mark.parametrize(("name", "template"), [("re-engage", "come_back"), ("win-back", "last_offer")])
def test_a_text_that_speaks_of_a_new_code_has_one_given_before(name: str, template: str):
    assert isinstance(before(SHIPPED[name], template)[-1], IssueCode)


def test_tags_say_who_is_not_ready_and_who_did_not_come_back():
    tags = {step.id: step.add for each in SHIPPED.values() for step in each.steps if isinstance(step, Tag)}
    assert tags == {"not-ready": ("not-ready",), "ready-again": (), "dormant": ("dormant",)}


def test_a_reminder_ends_with_the_code_it_is_about_and_with_no_other():
    assert set(SHIPPED["unused-code"].exits) == {"redeemed", "code_over"}
    assert SHIPPED["unused-code"].again.rule == "each"


def test_whoever_stirs_is_off_the_ladder():
    assert set(SHIPPED["win-back"].exits) == {"ordered", "redeemed", "clicked", "replied"}


@EACH
def test_each_and_its_texts_are_told_of_in_the_documents(automation: Automation):
    told = (ROOT / "docs/automations.md").read_text("utf-8")
    assert f"| **{automation.automation_id}** |" in told
    assert not [send.template for send in sends(automation) if f"`{send.template}`" not in told]
