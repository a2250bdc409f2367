"""A CRM edits a lead or tells that they left while a call of ours is refused, breaks, or loses its answer."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.fakes import sample_events
from tests.fakes.aws import Fault
from tests.functions.house import Answered, House

REFUSED = (
    '{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"slow"}'
)
FAULTS = {
    "throttled": Fault(status=400, body=REFUSED),
    "broken": Fault(status=500, body="{}"),
    "broken after it was done": Fault(status=500, body="{}", done=True),
    "no answer": Fault(),
    "no answer, but done": Fault(done=True),
}
EDIT = {"attributes": {"company": "Saffron"}, "tags": {"add": ["vip"]}, "stage": "sql"}


def asking(house: House, sample: str, **more: Any) -> Callable[[], Answered]:
    """The same request, as often as it is asked."""
    event = sample_events.http(
        sample, headers=house.key() | {"if-match": "*"}, lead_id=house.lead_id(), **more
    )
    return lambda: house.ask("serve_partners", event)


FLOWS: dict[str, tuple[str, dict[str, Any], set[str]]] = {
    "patch_lead": ("patch_lead", {"body": EDIT}, {"lead.updated.v1", "lead.stage_changed.v1"}),
    "opt_out": ("opt_out", {}, {"lead.opted_out.v1"}),
}


def _tried(house: House, ask: Callable[[], Answered]) -> Answered:
    for _ in range(3):
        answered = ask()
        if answered.status < 500:
            return answered
        assert answered.status == 503, "what we depend on failed, and nothing else"
    raise AssertionError("it never came to an answer")


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("flow", FLOWS)
def test_it_becomes_true_once_and_is_told_once(house: House, flow: str, fault: Fault):
    sample, more, kinds = FLOWS[flow]
    points = 0
    while True:
        house.aws.empty()
        House(house.boot, house.aws).confirmed()
        ask = asking(house, sample, **more)
        before = {row["event_id"] for row in house.ledger()}
        house.aws.faults[:] = [*[None] * points, fault]
        assert _tried(house, ask).status in (200, 201)
        missed = bool(house.aws.faults)
        house.aws.faults.clear()
        news = [row["type"] for row in house.ledger() if row["event_id"] not in before]
        assert sorted(news) == sorted(kinds), f"at call {points}"
        assert house.lead().version == 2
        if missed:
            break
        points += 1
    assert points >= 3, "fewer calls than there were"
