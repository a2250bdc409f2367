"""Texts that an automation sends are there, meant for marketing, and have something to say."""

from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.samples import BUFFET
from tests.unit.automations.check.judged import A_TEXT, ON_CART, QUIET, asked, errors, found
from twofold.automations.definition.automation import On
from twofold.automations.definition.steps import IssueCode, Send, Variant, Wait

ANSWERED: dict[str, Any] = {"trigger": On(event="message.received")}
OWN = replace(
    BUFFET,
    templates={
        "en": {**BUFFET.templates["en"], "party": "{brand}: a party! STOP to stop", "gift": "{code} STOP"}
    },
)


def variants(*shares: int, template: str = "missed") -> tuple[Variant, ...]:
    return tuple(Variant(name=f"v{n}", template=template, share=share) for n, share in enumerate(shares))


@pytest.mark.parametrize(
    ("send", "said"),
    [
        (Send(id="a"), ".template: say which template it sends"),
        (
            Send(id="a", template="mised"),
            ".template: neither the campaign nor we have a template `mised`; did you mean",
        ),
        (Send(id="a", template="verification"), ".template: verification codes are sent to whoever signs up"),
        (Send(id="a", template="help"), ".template: this answers what somebody wrote, and is no marketing"),
        (Send(id="a", template="stopped"), ".template: this answers what somebody wrote"),
        (Send(id="a", template="promised"), ".template: this answers what somebody wrote"),
        (Send(id="a", template="ask_why"), ".template: this asks back whoever has just written"),
        (Send(id="a", template="code"), ".template: the text that tells a code goes by itself"),
        (Send(id="a", template="reminder"), ".template: it speaks of a {code}, and there is none"),
        (Send(id="a", template="missed", variants=variants(1)), ".template: its variants say what is sent"),
        (Send(id="a", variants=variants(1, 0)), ".variants[1].share: a variant is for a share of 1 to 1000"),
        (Send(id="a", variants=variants(1, 1001)), ".variants[1].share: a variant is for a share"),
        (Send(id="a", variants=variants(1) * 2), ".variants[1].name: another variant is called v0."),
        (
            Send(id="a", variants=(Variant(name="A b", template="missed"),)),
            ".variants[0].name: a variant is called",
        ),
        (
            Send(id="a", variants=variants(1, template="mised")),
            ".variants[0].template: neither the campaign nor we",
        ),
        (Send(id="a", variants=variants(1, template="help")), ".variants[0].template: this answers"),
        (Send(id="a", template="missed", within_hours=0), ".within_hours: this is 1 to 9600 hours"),
        (Send(id="a", template="missed", once_per="cart"), ".once_per: there is no cart"),
    ],
)
def test_a_text_that_cannot_go_is_told_with_its_path(send: Send, said: str):
    (told,) = errors(send, **QUIET)
    assert told.startswith(f"steps[0]{said}")


def test_templates_of_the_campaigns_own_may_be_sent():
    assert found(Send(id="a", template="party"), campaign=OWN, **QUIET) == []
    assert found(Send(id="a", variants=variants(2, 1)), **QUIET) == []


def test_whoever_has_just_written_may_be_asked_why():
    assert found(Send(id="a", template="ask_why"), **ANSWERED) == []
    (told,) = errors(Send(id="a", variants=variants(1, template="ask_why")), **ANSWERED)
    assert told.startswith("steps[0].variants[0].template: this asks back")


def test_the_codes_own_text_stands_first_where_a_code_sets_it_off():
    tells = Send(id="a", template="code")
    assert found(tells) == []
    (told,) = errors(Send(id="b", template="reminder"), Wait(days=2), tells)
    assert told.startswith("steps[2].template: the text that tells a code goes by itself")
    assert errors(tells, **ANSWERED)[0].startswith(
        "steps[0].template: the text that tells a code goes by itself"
    )


def test_the_codes_own_text_waits_for_nothing():
    tells = Send(id="a", template="code")
    for steps in (
        (Wait(days=2), tells, A_TEXT),
        (Send(id="a", template="code", when=(asked("lead.locale", is_="de"),)), A_TEXT),
    ):
        (told,) = errors(*steps, trigger=On(event="code.issued"))
        assert "the text that tells a code goes by itself" in told


def test_a_code_that_was_given_before_can_be_spoken_of():
    speaks = Send(id="a", template="gift")
    assert found(IssueCode(id="c"), speaks, campaign=OWN, **QUIET) == []
    (told,) = errors(speaks, IssueCode(id="c"), campaign=OWN, **QUIET)
    assert told.startswith(
        "steps[0].template: it speaks of a {code}, and there is none: put a step issue_code before"
    )
    perhaps = IssueCode(id="c", when=(asked("lead.stage", is_="customer"),))
    (told,) = found(perhaps, speaks, campaign=OWN, **QUIET)
    assert told.startswith("steps[1].template (advice): it speaks of a {code}; who has none by then")


def test_a_cart_may_have_a_code_or_not():
    speaks = Send(id="a", template="cart_code")
    for asking in (
        (),
        (asked("campaign.referral", is_="yes"),),
        (asked("cart.has_code", is_=("yes", "no")),),
    ):
        (told,) = found(speaks, conditions=asking, **ON_CART)
        assert told.startswith("steps[0].template (advice): it speaks of a {code}")
    assert found(speaks, conditions=(asked("cart.has_code", is_="yes"),), **ON_CART) == []
    assert found(replace_when(speaks), **ON_CART) == []


def replace_when(send: Send) -> Send:
    return Send(id=send.id, template=send.template, when=(asked("cart.has_code", not_="no"),))


def test_a_link_for_friends_is_sent_where_friends_are_rewarded():
    nobody = replace(BUFFET, referral=None)
    speaks = Send(id="a", template="thanks_friends")
    assert found(speaks, **QUIET) == []
    (told,) = errors(speaks, campaign=nobody, **QUIET)
    assert told.startswith("steps[0].template: it has a link for {friends}, and this campaign rewards nobody")
    asks = Send(id="a", template="thanks_friends", when=(asked("campaign.referral", is_="yes"),))
    assert found(asks, campaign=nobody, **QUIET) == [], "it is passed over"
    assert found(speaks, campaign=nobody, conditions=(asked("campaign.referral", not_="no"),), **QUIET) == []
    assert errors(speaks, campaign=nobody, conditions=(asked("lead.attribute.vip", is_="yes"),), **QUIET)
