"""Texts that wait for their hour: a schedule each, which brings the event back to the queue it was heard from."""

from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_scheduler as scheduler
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.foundation import Foundation
from infra.constructs.grantee import Grantee
from infra.constructs.queues import DeadLetters
from twofold.contracts.settings import SchedulerSettings

SCHEDULER = "scheduler"


class Schedules(Construct):
    """A group of their own, and a role that may fill the queue that they wake, and the dead letters, and no more."""

    def __init__(self, scope: Construct, construct_id: str, *, wakes: sqs.IQueue, on: Foundation) -> None:
        super().__init__(scope, construct_id)
        dead = DeadLetters(self, "DeadLetters", of="the schedules", alarms=on.alarms).queue
        self._role = iam.Role(self, "Role", assumed_by=_scheduler(self))
        for queue in (wakes, dead):
            self._role.add_to_policy(
                iam.PolicyStatement(actions=["sqs:SendMessage"], resources=[queue.queue_arn])
            )
        self._settings = SchedulerSettings(
            group=_group(self, on),
            queue=wakes.queue_arn,
            role=self._role.role_arn,
            dead_letters=dead.queue_arn,
        )

    def grant_create(self, function: Grantee) -> None:
        """New schedules in the group, waking the queue and nothing else."""
        mine = f"{self._settings.group}/*"
        arn = Stack.of(self).format_arn(service=SCHEDULER, resource="schedule", resource_name=mine)
        function.allow(("scheduler:CreateSchedule",), arn)
        function.allow(("iam:PassRole",), self._role.role_arn, to=SCHEDULER)
        function.tell(self._settings)


def _scheduler(scope: Construct) -> iam.ServicePrincipal:
    own = {"StringEquals": {"aws:SourceAccount": Stack.of(scope).account}}
    return iam.ServicePrincipal(f"{SCHEDULER}.amazonaws.com", conditions=own)


def _group(scope: Construct, on: Foundation) -> str:
    """The emulator takes every schedule for one of the group `default` when it judges rights, so there it is one."""
    return "default" if on.environment.is_local else scheduler.CfnScheduleGroup(scope, "Group").ref
