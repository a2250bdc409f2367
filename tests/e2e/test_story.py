"""The visitors' story that `make demo` tells, on the whole stack."""

from typing import Any

import pytest

from infra.local.demo import __main__ as demo
from infra.local.demo.teller import Document
from tests.stack import Stack


@pytest.fixture(scope="module")
def told(stack: Stack) -> Document:
    told = Document()
    aws = {"client": stack.aws, "outputs": stack.outputs}
    addresses = {name: getattr(stack, name) for name in ("site", "api", "phone", "keys", "assets")}
    demo.tell({**addresses, "aws": aws}, told)
    return told


@pytest.fixture
def steps(told: Document) -> dict[str, dict[str, Any]]:
    return {step["step"]: step for step in told.steps}


def test_every_step_of_the_visitors_story_is_as_promised(told):
    broken = [f"{step['step']}: {step['broken']}" for step in told.steps if not step["ok"]]
    assert not broken
    names = [step["step"] for step in told.steps]
    assert names[names.index("ledger") :][:3] == ["ledger", "bus", "webhook"]
    assert names[-1] == "lead_erased"


def test_a_crm_is_told_who_bought_what_they_changed_and_that_somebody_is_gone(steps):
    (told,) = steps["webhook_told"]["events"]
    assert told["type"] == "code.redeemed.v1"
    assert steps["edit_lead"]["response"]["body"]["applied"]
    assert steps["lead_erased"]["response"]["status"] == 404


def test_a_visitor_has_their_code_on_the_phone_after_the_digits(steps):
    assert steps["verification_text"]["text"]["at"] <= steps["discount_text"]["text"]["at"]


def test_a_code_in_a_cart_is_spent_by_its_order_once_and_freed_by_the_refund(steps):
    heard = [event["type"] for event in steps["bus"]["events"]]
    assert steps["staff_check"]["response"]["body"]["reason"] == "reserved"
    assert steps["order"]["response"] == steps["order_again"]["response"]
    assert [heard.count(f"order.{what}.v1") for what in ("placed", "refunded")] == [1, 1]
    assert steps["code_page"]["response"]["body"]["valid"]


def test_who_stops_is_confirmed_once_and_the_bus_tells_of_it(steps):
    heard = [event["type"] for event in steps["bus"]["events"]]
    assert heard.count("lead.opted_out.v1") == 1
    assert heard.count("message.sent.v1") == 4
    assert heard.index("lead.opted_out.v1") > heard.index("code.issued.v1")


def test_somebody_joins_by_text_alone(steps):
    (lead,) = steps["look_up_guest"]["response"]["body"]["leads"]
    assert lead["status"] == "confirmed"
    assert lead["codes"][0]["code"] in steps["welcome_text"]["text"]["text"]
    assert lead["lead_id"] not in str(steps["ledger"]), "the first visitor's story is their own"
