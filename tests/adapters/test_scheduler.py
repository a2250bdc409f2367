"""What is deferred, and the step that is due, wakes up once, not before its moment, and comes back as it went."""

import json
from datetime import datetime, timedelta, timezone
from typing import Any

import boto3
import msgspec
import pytest

from tests.fakes.aws import FakeAws, Fault
from tests.fakes.clock import NOON, SetClock
from tests.fakes.made import a_message, fresh
from twofold.adapters.scheduler import EventBridgeScheduler, EventBridgeStepScheduler
from twofold.automations.enrolments.enrolment import StepDue
from twofold.contracts import events
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import Envelope
from twofold.contracts.settings import SchedulerSettings, StepScheduleSettings
from twofold.messages.sending.plan import planned

ARN = "arn:aws:{}:eu-central-1:123456789012:{}"
SETTINGS = SchedulerSettings(
    group="adapters",
    queue=ARN.format("sqs", "messages"),
    role=ARN.format("iam", "role/wake"),
    dead_letters=ARN.format("sqs", "lost"),
)
STEPS = StepScheduleSettings(
    group=SETTINGS.group,
    target=ARN.format("lambda", "function:steps"),
    role=ARN.format("iam", "role/step"),
    dead_letters=ARN.format("sqs", "lost"),
)
DUE = StepDue(lead_id="lead_1", key="buffet-20#cart#c-1", run=1, revision=2)
AT_ONCE = timedelta()
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
    assert scheduled(aws, name) == ["at(2026-11-22T12:00:00)"]


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


class TestSteps:
    @pytest.fixture
    def steps(self, aws: FakeAws, group: str) -> EventBridgeStepScheduler:
        return EventBridgeStepScheduler(STEPS, SetClock())

    def test_what_is_due_is_brought_to_whoever_does_it(self, aws: FakeAws, steps: EventBridgeStepScheduler):
        steps.wake(fresh("enr"), NOON + timedelta(days=7), DUE, AT_ONCE)
        (schedule,) = asked(aws)
        assert schedule["ScheduleExpression"] == "at(2026-11-29T12:00:00)"
        assert schedule["ActionAfterCompletion"] == "DELETE"
        assert schedule["FlexibleTimeWindow"] == {"Mode": "OFF"}
        target = schedule["Target"]
        assert (target["Arn"], target["RoleArn"]) == (STEPS.target, STEPS.role)
        assert target["DeadLetterConfig"] == {"Arn": STEPS.dead_letters}
        assert msgspec.convert(json.loads(target["Input"])["due"], StepDue) == DUE

    @pytest.mark.parametrize(
        ("within", "minutes"),
        [
            (timedelta(minutes=10), 10),
            (timedelta(minutes=10, seconds=59), 10),
            (timedelta(minutes=1), 1),
            (timedelta(days=9), 1_440),
        ],
    )
    def test_many_may_be_spread_over_some_minutes(
        self, aws: FakeAws, steps: EventBridgeStepScheduler, within: timedelta, minutes: int
    ):
        steps.wake(fresh("enr"), NOON + timedelta(days=7), DUE, within)
        window = asked(aws)[0]["FlexibleTimeWindow"]
        assert window == {"Mode": "FLEXIBLE", "MaximumWindowInMinutes": minutes}

    def test_less_than_a_minute_is_no_window(self, aws: FakeAws, steps: EventBridgeStepScheduler):
        steps.wake(fresh("enr"), NOON + timedelta(days=7), DUE, timedelta(seconds=59))
        assert asked(aws)[0]["FlexibleTimeWindow"] == {"Mode": "OFF"}

    @pytest.mark.parametrize("late", [timedelta(), timedelta(milliseconds=1), timedelta(hours=5)])
    def test_what_is_late_is_brought_at_once(
        self, aws: FakeAws, steps: EventBridgeStepScheduler, late: timedelta
    ):
        steps.wake(fresh("enr"), NOON - late, DUE, AT_ONCE)
        assert asked(aws)[0]["ScheduleExpression"] == "at(2026-11-22T12:00:01)"

    def test_the_same_name_again_changes_nothing(self, aws: FakeAws, steps: EventBridgeStepScheduler):
        name = fresh("enr")
        for days in (1, 2):
            steps.wake(name, NOON + timedelta(days=days), DUE, AT_ONCE)
        assert scheduled(aws, name) == ["at(2026-11-23T12:00:00)"]

    def test_what_was_taken_back_is_gone_and_may_be_taken_back_again(
        self, aws: FakeAws, steps: EventBridgeStepScheduler
    ):
        name, other = fresh("enr"), fresh("enr")
        for each in (name, other):
            steps.wake(each, NOON + timedelta(days=1), DUE, AT_ONCE)
        for _ in range(2):
            steps.cancel(name)
        assert scheduled(aws, name) == []
        assert len(scheduled(aws, other)) == 1

    @pytest.mark.parametrize("fault", [SILENT, Fault(500, "{}"), Fault(403, '{"Message": "no"}')])
    def test_a_scheduler_that_stays_away_is_unavailable(
        self, aws: FakeAws, steps: EventBridgeStepScheduler, fault: Fault
    ):
        for ask in (
            lambda: steps.wake(fresh("enr"), NOON + timedelta(days=1), DUE, AT_ONCE),
            lambda: steps.cancel(fresh("enr")),
        ):
            aws.faults = [fault] * 4
            with pytest.raises(Unavailable):
                ask()
            aws.faults.clear()


def scheduled(aws: FakeAws, name: str) -> list[str]:
    client = boto3.client("scheduler", **aws.client)
    found = client.list_schedules(GroupName=SETTINGS.group, NamePrefix=name)["Schedules"]
    kept = [client.get_schedule(GroupName=SETTINGS.group, Name=each["Name"]) for each in found]
    return [each["ScheduleExpression"] for each in kept]
