"""What waits for its hour: a schedule each, which wakes one thing and nothing else."""

from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_scheduler as scheduler
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.foundation import Foundation
from infra.constructs.grantee import Grantee

SCHEDULER, FILL = "scheduler", "sqs:SendMessage"


class Schedules(Construct):
    """A group of their own, and a role that may wake what they wake (an ARN) by that verb, fill the dead letters, and
    no more.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        verb: str,
        wakes: str,
        dead_letters: sqs.IQueue,
        on: Foundation,
    ) -> None:
        super().__init__(scope, construct_id)
        self._role = iam.Role(self, "Role", assumed_by=_scheduler(self))
        self._allow(verb, wakes)
        self._allow(FILL, dead_letters.queue_arn)
        self.group = _group(self, on)

    @property
    def role(self) -> str:
        """The ARN of the role that schedules are made with."""
        return self._role.role_arn

    def grant(self, function: Grantee, *verbs: str) -> None:
        """These verbs on schedules of the group, and to make them with its role."""
        arn = Stack.of(self).format_arn(
            service=SCHEDULER, resource="schedule", resource_name=f"{self.group}/*"
        )
        function.allow(verbs, arn)
        function.allow(("iam:PassRole",), self._role.role_arn, to=SCHEDULER)

    def _allow(self, verb: str, arn: str) -> None:
        self._role.add_to_policy(iam.PolicyStatement(actions=[verb], resources=[arn]))


def _scheduler(scope: Construct) -> iam.ServicePrincipal:
    own = {"StringEquals": {"aws:SourceAccount": Stack.of(scope).account}}
    return iam.ServicePrincipal(f"{SCHEDULER}.amazonaws.com", conditions=own)


def _group(scope: Construct, on: Foundation) -> str:
    """The emulator takes every schedule for one of the group `default` when it judges rights, so there it is one."""
    return "default" if on.environment.is_local else scheduler.CfnScheduleGroup(scope, "Group").ref
