"""What sets an automation off is something that happens to leads, that the deployment hears, and never itself."""

import pytest

from tests.unit.automations.check.judged import A_TEXT, HEARS, QUIET, asked, errors, found
from twofold.automations.check.words import SAYS, fields_of, kind_of
from twofold.automations.definition.automation import Again, Daily, On
from twofold.automations.definition.steps import IssueCode, Send, Tag, Wait
from twofold.automations.facts.catalogue import FACTS
from twofold.automations.showing.spoken import _ASKED
from twofold.codes.model import DiscountCode
from twofold.contracts.events import CATALOGUE, AssetVisited, OrderPlaced

EACH = Again(rule="each")
A_TAG = Tag(id="tag", add=("seen",))


def test_an_event_may_be_named_with_or_without_its_version():
    assert found(trigger=On(event="code.issued")) == found(trigger=On(event="code.issued.v1")) == []


def test_an_event_that_there_is_not_is_told_with_the_nearest():
    (told,) = errors(trigger=On(event="code.isued.v1"))
    assert told.startswith("trigger.event: there is no event `code.isued.v1`; did you mean code.issued.v1?")


def test_what_hangs_on_an_event_that_there_is_not_is_not_told():
    steps = (
        Wait(hours=1, after="cart"),
        Send(id="why", template="ask_why"),
        Wait(days=2),
        Send(id="cart", template="cart_code", once_per="cart"),
    )
    told = errors(
        *steps,
        conditions=(asked("event.x", is_="y"), asked("cart.amount", at_least=1)),
        trigger=On(event="x"),
    )
    assert [each.partition(": ")[0] for each in told] == ["trigger.event"]


def test_an_event_that_the_deployment_does_not_hear_is_told_with_the_line_to_add():
    hears = ("code.issued.v1", "order.placed.v1")
    (told,) = errors(A_TEXT, trigger=On(event="lead.confirmed"), hears=hears)
    assert told.startswith("trigger.event: this deployment does not hear lead.confirmed.v1.")
    assert 'write hears = ["code.issued.v1", "order.placed.v1", "lead.confirmed.v1"] and deploy it.' in told
    assert found(A_TEXT, trigger=On(event="lead.confirmed"), hears=(*hears, "lead.confirmed")) == []


@pytest.mark.parametrize(
    "event", ["asset.visited", "signup.requested", "lead.opted_out", "pool.low", "import.finished"]
)
def test_what_lets_nobody_enter_is_told_so_whether_or_not_it_is_heard(event: str):
    (told,) = errors(A_TEXT, trigger=On(event=event), hears=CATALOGUE)
    assert told.startswith("trigger.event: nobody can enter by it: ")
    assert len(errors(A_TEXT, trigger=On(event=event))) == 1


@pytest.mark.parametrize("days", [0, -1, 401])
def test_quiet_days_are_some(days: int):
    (told,) = errors(A_TEXT, trigger=Daily(quiet_days=days))
    assert told.startswith("trigger.quiet_days: this is 1 to 400 days")


def test_a_quiet_day_is_about_nothing_that_there_could_be_several_of():
    (told,) = errors(A_TEXT, **QUIET, again=EACH)
    assert told.startswith("again.rule: each is for each code, cart or order")


def test_a_code_for_each_code_would_never_end():
    gives = (IssueCode(id="more"),)
    assert errors(*gives, again=EACH)[0].startswith(
        "trigger.where: the code that it gives would set it off again"
    )
    for where in (asked("event.cause", is_="signup"), asked("event.cause", not_="automation")):
        assert errors(*gives, again=EACH, trigger=On(event="code.issued", where=(where,))) == []
    assert errors(*gives) == [], "once in a lifetime ends by itself"


@pytest.mark.parametrize(
    ("event", "step", "ends"),
    [
        ("message.sent", A_TEXT, False),
        ("message.planned", A_TEXT, False),
        ("message.sent", A_TAG, True),
        ("automation.exited", A_TAG, False),
        ("lead.updated", A_TAG, False),
        ("lead.updated", A_TEXT, True),
        ("message.clicked", A_TEXT, True),
        ("message.received", A_TEXT, True),
    ],
)
def test_who_may_enter_for_each_text_gets_none_by_it(event: str, step: Send | Tag, ends: bool):
    told = errors(step, trigger=On(event=event), again=EACH, hears=CATALOGUE)
    assert (told == []) == ends, told


def test_every_fact_is_known_with_what_it_says_and_what_it_is_called():
    assert set(SAYS) == set(_ASKED) == set(FACTS)


def test_the_states_that_codes_come_to_can_be_asked_for():
    assert SAYS["code.state"].words is not None
    assert set(SAYS["code.state"].words) <= set(FACTS["code.state"].replace(" or ", ", ").split(", "))
    assert "state" in DiscountCode.__dataclass_fields__


def test_every_field_of_an_event_that_is_a_word_a_number_or_yes_or_no_can_be_asked_for():
    assert fields_of(OrderPlaced)["amount"].number
    assert fields_of(AssetVisited)["verified"].words == ("yes", "no")
    assert "utm" not in fields_of(AssetVisited), "nobody can say which of them is meant"
    assert all(set(fields_of(kind)) | {"utm"} >= set(kind.__struct_fields__) for kind in CATALOGUE.values())


def test_all_that_is_heard_by_default_is_known():
    assert all(kind_of(event) for event in HEARS)
