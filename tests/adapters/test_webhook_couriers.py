"""Couriers are called by Lambda and woken by schedules, and what a webhook wants is marked on the bus."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from tests.fakes.aws import FakeAws
from tests.fakes.clock import NOON
from tests.fakes.ledger import row_of
from tests.fakes.webhook_office import Office
from twofold.adapters.eventbridge import EventBridgeBus
from twofold.adapters.webhook_couriers import EventBridgeWakes, LambdaCouriers
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import CourierSettings, WakeSettings
from twofold.webhooks.replay.continue_replay import Replay

TARGET = "arn:aws:lambda:eu-central-1:123456789012:function:deliver-webhooks"
SETTINGS = WakeSettings(
    group="tries",
    target=TARGET,
    role="arn:aws:iam::123456789012:role/wake",
    dead_letters="arn:aws:sqs:eu-central-1:123456789012:lost",
)


@pytest.fixture
def couriers(aws: FakeAws) -> LambdaCouriers:
    return LambdaCouriers(CourierSettings(function="deliver-webhooks"))


@pytest.fixture
def scheduler(aws: FakeAws) -> Iterator[Any]:
    client = boto3.client("scheduler", **aws.client)
    client.create_schedule_group(Name=SETTINGS.group)
    yield client
    client.delete_schedule_group(Name=SETTINGS.group)


@pytest.mark.parametrize(
    ("call", "payload"),
    [
        (lambda c: c.call("whk_1"), b'{"courier":"whk_1"}'),
        (
            lambda c: c.replay(Replay(subscription_id="whk_1", asked_at=NOON, subject="lead_1")),
            b'{"replay":{"subscription_id":"whk_1","asked_at":"2026-11-22T12:00:00Z","subject":"lead_1"}}',
        ),
    ],
)
def test_a_courier_is_called_and_nobody_waits_for_it(couriers: LambdaCouriers, call, payload: bytes):
    asked = {"FunctionName": "deliver-webhooks", "InvocationType": "Event", "Payload": payload}
    with Stubber(couriers._client) as function:
        function.add_response("invoke", {"StatusCode": 202}, asked)
        call(couriers)
        function.assert_no_pending_responses()


def test_a_function_that_does_not_take_it_is_unavailable(couriers: LambdaCouriers):
    with Stubber(couriers._client) as function:
        function.add_client_error("invoke", "TooManyRequestsException")
        with pytest.raises(Unavailable):
            couriers.call("whk_1")


def test_one_schedule_wakes_a_webhook_in_the_minute_after(aws: FakeAws, scheduler: Any):
    wakes = EventBridgeWakes(SETTINGS)
    at = NOON + timedelta(days=20_000, seconds=61)
    for _ in range(2):
        wakes.wake("whk_" + "a" * 32, at)
    wakes.wake("whk_" + "a" * 32, at + timedelta(seconds=20))
    (found,) = scheduler.list_schedules(GroupName=SETTINGS.group)["Schedules"]
    assert len(found["Name"]) <= 64
    made = scheduler.get_schedule(GroupName=SETTINGS.group, Name=found["Name"])
    assert made["ScheduleExpression"] == f"at({NOON + timedelta(days=20_000, minutes=2):%Y-%m-%dT%H:%M:%S})"
    assert json.loads(made["Target"]["Input"]) == {"courier": "whk_" + "a" * 32}
    assert made["ActionAfterCompletion"] == "DELETE"


def test_what_somebody_wants_is_marked_on_the_bus_and_nothing_else(aws: FakeAws):
    boto3.client("events", **aws.client).create_event_bus(Name="marked")
    bus = EventBridgeBus("marked", lambda kind: kind == "code.expired.v1")
    office = Office()
    wanted, other = office.event(), office.event()
    rows = [row_of(wanted), row_of(other).__class__(other.id, "code.revoked.v1", row_of(other).event)]
    assert bus.publish(rows) == {row.event_id for row in rows}
    (_, asked) = next(call for call in reversed(aws.calls) if "PutEvents" in call[0])
    assert [entry.get("Resources") for entry in asked["Entries"]] == [["webhooks"], None]


def test_a_relay_that_cannot_ask_what_is_wanted_publishes_nothing(aws: FakeAws):
    def unknown(_: str) -> bool:
        raise Unavailable("The database did not answer.")

    with pytest.raises(Unavailable):
        EventBridgeBus("marked", unknown).publish([row_of(Office().event())])
