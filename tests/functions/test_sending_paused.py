"""Texts while the kill switch is on. Functions look at it every two seconds, so that here it is on from the start."""

import json

import pytest

from tests.functions.booted import SCHEDULES
from tests.functions.house import House
from twofold.adapters.dynamodb.operations import DynamoKillSwitch
from twofold.contracts.instants import now


@pytest.fixture(autouse=True)
def paused(house: House) -> None:
    DynamoKillSwitch().set(paused=True, at=now())


def test_a_verification_code_is_blocked_since_nobody_waits_for_it(house: House):
    house.join()
    assert house.send("signup.requested.v1") == {"batchItemFailures": []}
    assert house.aws.texts == []
    (row,) = house.aws.rows("messages")
    assert (row["state"], row["rule"]) == ("blocked", "sending_paused")


def test_what_somebody_asked_for_is_handed_back_to_its_queue(house: House):
    message = house.plan()
    assert house.send("message.planned.v1") == {"batchItemFailures": [{"itemIdentifier": "0"}]}
    assert house.aws.texts == []
    assert house.message(message.message_id) == message


def test_marketing_waits_and_wakes_through_its_queue(house: House):
    house.confirmed()
    message = house.plan(house.lead_id(), message_class="marketing", template="reminder", to=None)
    assert house.send("message.planned.v1") == {"batchItemFailures": []}
    waiting = house.message(message.message_id)
    assert (waiting.state, waiting.rule, waiting.deferrals) == ("deferred", "sending_paused", 1)
    (asked,) = [json.loads(body) for service, body in house.aws.calls if service == "scheduler"]
    assert asked["GroupName"] == SCHEDULES.group
    assert asked["Target"]["Arn"] == SCHEDULES.queue
    (planned,) = [row["event"] for row in house.ledger() if row["type"] == "message.planned.v1"]
    assert json.loads(asked["Target"]["Input"]) == {"detail": json.loads(planned)}
    assert house.aws.texts == []
