"""The visitor's story that `make demo` tells, on the whole stack."""

import pytest

from infra.local.demo import __main__ as demo
from infra.local.demo.teller import Document


@pytest.fixture
def told(stack) -> Document:
    told = Document()
    aws = {"client": stack.aws, "outputs": stack.outputs}
    addresses = {name: getattr(stack, name) for name in ("site", "api", "phone", "keys", "assets")}
    demo.tell({**addresses, "aws": aws}, told)
    return told


def test_every_step_of_the_visitors_story_is_as_promised(told):
    broken = [f"{step['step']}: {step['broken']}" for step in told.steps if not step["ok"]]
    assert not broken
    assert [step["step"] for step in told.steps][-2:] == ["ledger", "bus"]


def test_a_visitor_has_their_code_on_the_phone_well_within_twenty_seconds(told):
    at = {step["step"]: step.get("text", {}).get("at") for step in told.steps}
    assert at["verification_text"] <= at["discount_text"]
