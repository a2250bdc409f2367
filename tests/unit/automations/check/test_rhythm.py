"""Texts that come too soon after one another, or too late to be of use, are advised against."""

from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.samples import BUFFET
from tests.unit.automations.check.judged import A_TEXT, ON_CART, QUIET, asked, found, texts_apart
from twofold.automations.definition.automation import On
from twofold.automations.definition.steps import IssueCode, Send, Tag, Until, Wait
from twofold.campaigns.offer import Offer

NEVER_OVER = replace(BUFFET, offer=replace(BUFFET.offer, valid_days=None))
TEN_DAYS = Offer(title="A lassi", kind="item", value=0, valid_days=10)


@pytest.mark.parametrize(
    "between", [(), (Wait(hours=23, minutes=59),), (Until(time="10:00"),), (Wait(minutes=30),) * 4]
)
def test_two_texts_within_a_day_are_advised_against(between: tuple[Any, ...]):
    (told,) = found(*texts_apart(*between), **QUIET)
    assert told.startswith(
        f"steps[{len(between) + 1}] (advice): less than 24 hours lie between it and hello."
    )


@pytest.mark.parametrize(
    "between", [(Wait(days=1),), (Wait(hours=12), Tag(id="t", add=("a",)), Wait(hours=12))]
)
def test_two_texts_a_day_apart_are_not(between: tuple[Any, ...]):
    assert found(*texts_apart(*between), **QUIET) == []


def test_a_wait_after_the_cart_may_be_over_at_once():
    told = found(*texts_apart(Wait(days=2, after="cart")), **ON_CART)
    assert "less than 24 hours" in told[0]


def either(one: Any, other: Any) -> list[str]:
    return found(
        Send(id="a", template="missed", when=(one,)), Send(id="b", template="thanks", when=(other,)), **QUIET
    )


def test_of_texts_of_which_nobody_gets_both_none_comes_too_soon():
    assert either(asked("lead.temperature", is_="hot"), asked("lead.temperature", is_=("warm", "cold"))) == []
    assert either(asked("lead.stage", is_="customer"), asked("lead.stage", not_="customer")) == []
    assert either(asked("lead.stage", not_="customer"), asked("lead.stage", is_="customer")) == []


def test_of_texts_that_somebody_may_get_both_of_one_comes_too_soon():
    assert either(asked("lead.temperature", is_="hot"), asked("lead.temperature", is_=("hot", "warm")))
    assert either(asked("lead.temperature", is_="hot"), asked("lead.stage", is_="customer"))
    assert either(asked("lead.tags", is_="a"), asked("lead.tags", is_="b")), "a lead may have both"
    assert either(asked("lead.tags", is_=("a", "b")), asked("lead.tags", not_="a"))


def test_the_question_why_and_the_codes_own_text_are_no_marketing():
    asks = (Send(id="a", template="ask_why"), Send(id="b", template="useful"))
    assert found(*asks, trigger=On(event="message.received")) == []
    assert found(Send(id="a", template="code"), Send(id="b", template="reminder")) == []


@pytest.mark.parametrize(("days", "goes"), [(30, True), (31, False)])
def test_a_reminder_that_comes_when_the_code_is_over_never_goes(days: int, goes: bool):
    told = found(Wait(days=days), Send(id="a", template="reminder"))
    assert (told == []) == goes
    if not goes:
        assert told[0].startswith(
            "steps[1] (advice): it comes 31 days after the code, which is good for 30: it never"
        )


def test_what_is_good_for_ever_can_be_reminded_of_for_ever():
    assert found(Wait(days=399), Send(id="a", template="reminder"), campaign=NEVER_OVER) == []


def test_days_are_counted_from_the_code_that_it_gave_itself():
    steps = (
        Wait(days=60),
        IssueCode(id="c", offer=TEN_DAYS),
        Wait(days=10),
        Send(id="a", template="last_offer"),
    )
    assert found(*steps, **QUIET) == []
    (told,) = found(*steps, Wait(days=1), Send(id="b", template="reminder"), **QUIET)
    assert "11 days after the code, which is good for 10" in told


def test_where_there_is_no_code_none_is_over():
    assert found(Wait(days=300), A_TEXT, **QUIET) == []


def test_a_wait_for_nothing_to_come_is_told():
    (told,) = found(A_TEXT, Wait(days=1), **QUIET)
    assert told == "steps[1] (advice): nothing comes after this wait, so it is over before."
