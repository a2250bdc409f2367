"""What is deferred wakes up once, not before its moment, and comes back as it went."""

import json
from datetime import datetime, timedelta, timezone
from typing import Any

import boto3
import pytest

from tests.fakes.aws import FakeAws, Fault
from tests.fakes.clock import NOON
from tests.fakes.made import a_message, fresh
from twofold.adapters.scheduler import EventBridgeScheduler
from twofold.contracts import events
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import Envelope
from twofold.contracts.settings import SchedulerSettings
from twofold.messages.sending.plan import planned

ARN = "arn:aws:{}:eu-central-1:123456789012:{}"
SETTINGS = SchedulerSettings(
    group="adapters",
    queue=ARN.format("sqs", "messages"),
    role=ARN.format("iam", "role/wake"),
    dead_letters=ARN.format("sqs", "lost"),
)
SILENT = Fault()


@pytest.fixture(scope="session")
def group(server: FakeAws) -> str:
    boto3.client("scheduler", **server.client).create_schedule_group(Name=SETTINGS.group)
    return SETTINGS.group


@pytest.fixture
def scheduler(aws: FakeAws, group: str) -> EventBridgeScheduler:
    return EventBridgeScheduler(SETTINGS)


def an_event() -> Envelope:
    return planned(a_message())


def asked(aws: FakeAws) -> list[dict[str, Any]]:
    return [json.loads(body) for service, body in aws.calls if service == "scheduler"]


def test_the_event_comes_back_to_its_queue_at_the_moment(aws: FakeAws, scheduler: EventBridgeScheduler):
    event = an_event()
    scheduler.wake(fresh("msg"), NOON, event)
    (schedule,) = asked(aws)
    assert schedule["ScheduleExpression"] == "at(2026-11-22T12:00:00)"
    assert schedule["ScheduleExpressionTimezone"] == "UTC"
    assert schedule["FlexibleTimeWindow"] == {"Mode": "OFF"}
    assert schedule["GroupName"] == SETTINGS.group
    assert schedule["ActionAfterCompletion"] == "DELETE"
    target = schedule["Target"]
    assert (target["Arn"], target["RoleArn"]) == (SETTINGS.queue, SETTINGS.role)
    assert target["DeadLetterConfig"] == {"Arn": SETTINGS.dead_letters}
    assert events.read(json.dumps(json.loads(target["Input"])["detail"])) == event


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (NOON + timedelta(milliseconds=1), "2026-11-22T12:00:01"),
        (NOON + timedelta(milliseconds=999), "2026-11-22T12:00:01"),
        (NOON.astimezone(timezone(timedelta(hours=9))), "2026-11-22T12:00:00"),
    ],
)
def test_nobody_is_woken_before_the_moment(
    aws: FakeAws, scheduler: EventBridgeScheduler, at: datetime, written: str
):
    scheduler.wake(fresh("msg"), at, an_event())
    assert asked(aws)[0]["ScheduleExpression"] == f"at({written})"


def test_the_same_name_again_changes_nothing(aws: FakeAws, scheduler: EventBridgeScheduler):
    name = fresh("msg")
    scheduler.wake(name, NOON, an_event())
    scheduler.wake(name, NOON + timedelta(hours=1), an_event())
    client = boto3.client("scheduler", **aws.client)
    (kept,) = client.list_schedules(GroupName=SETTINGS.group, NamePrefix=name)["Schedules"]
    found = client.get_schedule(GroupName=SETTINGS.group, Name=kept["Name"])
    assert found["ScheduleExpression"] == "at(2026-11-22T12:00:00)"


@pytest.mark.parametrize(
    "fault",
    [SILENT, Fault(500, "{}"), Fault(400, '{"Message": "no"}'), Fault(429, '{"Message": "slow down"}')],
    ids=["silent", "500", "refused", "throttled"],
)
def test_a_scheduler_that_does_not_take_it_is_unavailable(
    aws: FakeAws, scheduler: EventBridgeScheduler, fault: Fault
):
    aws.faults = [fault] * 4
    with pytest.raises(Unavailable):
        scheduler.wake(fresh("msg"), NOON, an_event())


def test_a_bad_moment_is_tried_again_once(aws: FakeAws, scheduler: EventBridgeScheduler):
    aws.faults = [Fault(500, "{}")]
    scheduler.wake(fresh("msg"), NOON, an_event())
    assert len(asked(aws)) == 2
