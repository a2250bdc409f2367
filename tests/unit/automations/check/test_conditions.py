"""Conditions that nobody can fulfil, or that ask for what nobody knows, are told."""

from typing import Any

import pytest

from tests.unit.automations.check.judged import A_TEXT, ON_CART, QUIET, asked, errors, found
from twofold.automations.definition.automation import On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import Send

CART_TEXT = Send(id="cart", template="cart")


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (asked("lead.stagge", is_="lead"), ".fact: there is no such fact; did you mean lead.stage?"),
        (asked("weather", is_="rain"), ".fact: there is no such fact."),
        (asked("lead.attribute.", is_="x"), ".fact: name what they told, as in lead.attribute.city."),
        (asked("cart.amount", at_least=1), ".fact: there is no cart: only an automation that cart.updated"),
        (asked("event.code_id", is_="x"), ".fact: code.issued.v1 has no field `code_id`; did you mean code?"),
        (asked("lead.stage"), ": it asks nothing; say `is`, `not`, `at_least` or `at_most`."),
        (
            asked("lead.stage", is_="customr"),
            ".is[0]: `lead.stage` never says `customr`; did you mean customer?",
        ),
        (
            asked("lead.stage", not_=("lead", "boss")),
            ".not[1]: `lead.stage` never says `boss`. It says subscriber,",
        ),
        (asked("lead.temperature", is_="tepid"), ".is[0]: `lead.temperature` never says `tepid`"),
        (asked("code.state", is_="used"), ".is[0]: `code.state` never says `used`"),
        (asked("campaign.referral", is_="true"), ".is[0]: `campaign.referral` never says `true`"),
        (asked("lead.country", is_="Poland"), ".is[0]: `POLAND` is no country; write its two letters"),
        (asked("lead.tags", is_=" "), ".is[0]: this is a word of up to 64 characters."),
        (asked("lead.tags", is_="a\nb"), ".is[0]: this is a word"),
        (
            asked("lead.stage", at_least=2),
            ".at_least: `lead.stage` is a word and not a number; say `is` or `not`.",
        ),
        (asked("lead.attribute.age", at_most=2), ".at_most: `lead.attribute.age` is a word and not a number"),
        (asked("event.cause", at_most=2), ".at_most: `event.cause` is a word and not a number"),
        (asked("lead.codes", is_="many"), ".is[0]: `lead.codes` is a number; say `at_least`"),
        (asked("lead.codes", at_least=3, at_most=2), ".at_most: no number is 3 or more and 2 or less."),
        (asked("lead.tags", is_="a", not_=("a", "b")), ".not: it takes away all that `is` asks for"),
        (asked("lead.tags", is_="a", not_="a"), ".not: it takes away all that `is` asks for"),
        (asked("lead.tags", is_="a" * 65), ".is[0]: this is a word of up to 64 characters."),
        (
            asked("event.cause", is_="sign-up"),
            ".is[0]: `event.cause` never says `sign-up`; did you mean signup?",
        ),
    ],
)
def test_what_never_holds_is_told_with_its_path(condition: Condition, said: str):
    (told,) = errors(conditions=(asked("lead.country", is_="pl"), condition))
    assert told.startswith(f"conditions[1]{said}")


@pytest.mark.parametrize(
    "condition",
    [
        asked("lead.stage", is_=("Customer", "ADVOCATE")),
        asked("lead.country", is_="pl"),
        asked("lead.locale", not_="de"),
        asked("lead.tags", not_="not-ready"),
        asked("lead.tags", is_=("a", "b"), not_="a"),
        asked("lead.tags", is_="a" * 64),
        asked("lead.tags", is_=tuple(f"t{n}" for n in range(100))),
        asked("lead.attribute.city", is_="Vienna"),
        asked("lead.codes", is_="1"),
        asked("lead.codes", at_least=0, at_most=0),
        asked("code.days_left", at_least=2),
        asked("messages.templates", not_="reminder"),
        asked("event.cause", not_="partner"),
        asked("campaign.referral", is_="yes"),
        asked("code.state", is_=("issued", "rolled_back")),
    ],
)
def test_what_may_hold_is_not_told(condition: Condition):
    assert found(conditions=(condition,)) == []


def test_in_the_trigger_stand_fields_of_its_event_alone():
    where: dict[str, Any] = {"trigger": On(event="code.issued", where=(asked("lead.stage", is_="lead"),))}
    (told,) = errors(**where)
    assert told.startswith("trigger.where[0].fact: only fields of the event stand here")


def test_what_the_event_said_is_not_known_any_more_as_a_step_is_done():
    late = (Send(id="a", template="reminder", when=(asked("event.cause", is_="signup"),)),)
    (told,) = errors(*late)
    assert told.startswith("steps[0].when[0].fact: what the event said is known on entering alone")


def test_where_no_event_sets_it_off_there_is_none_to_ask():
    told = errors(
        Send(id="a", template="missed", when=(asked("event.cause", is_="signup"),)),
        conditions=(asked("event.cause", is_="signup"),),
        **QUIET,
    )
    assert [each.partition(": ")[2] for each in told] == [
        "no event sets it off, so there is none to ask."
    ] * 2


def test_a_cart_is_known_where_a_cart_sets_it_off():
    held = (
        asked("cart.has_code", is_="no"),
        asked("cart.amount", at_least=1_000),
        asked("cart.state", is_="open"),
    )
    assert found(CART_TEXT, conditions=held, **ON_CART) == []
    (told,) = errors(A_TEXT, conditions=(asked("cart.state", is_="full"),), **ON_CART)
    assert told.startswith("conditions[0].is[0]: `cart.state` never says `full`")


def test_conditions_and_their_words_are_no_novel():
    many = tuple(asked("lead.tags", is_="a") for _ in range(21))
    assert errors(conditions=many) == ["conditions: these are 20 conditions at most."]
    words = tuple(f"t{n}" for n in range(101))
    assert errors(conditions=(asked("lead.tags", is_=words),)) == [
        "conditions[0].is: these are 100 words at most."
    ]
