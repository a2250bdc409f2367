"""What operators are told of without being asked, beside alarms: by the same topic, in a sentence each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aws_cdk import Duration, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from constructs import Construct

from infra.constructs.foundation import Foundation
from infra.constructs.queues import DeadLetters
from twofold.contracts.events import (
    AutomationStepped,
    EventData,
    PoolLow,
    PrivacyRequested,
    WebhookDisabled,
    pattern,
)

DAY = Duration.hours(24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """`says` with `{field}` for what the event has: `subject` or `campaign_id` of its envelope, or a field of its data.

    `where`: only of events whose fields have one of these values.
    """

    of: type[EventData]
    says: str
    where: Mapping[str, Any] = field(default_factory=dict)


NOTICES: Mapping[str, Notice] = {
    "PoolLow": Notice(
        of=PoolLow,
        says="The pool of coupons of the campaign {subject} runs low: {left} left (when dry: {when_dry}). "
        "Upload more with make codes, or deliver them by the API; docs/operations.md says how.",
    ),
    "PrivacyRequested": Notice(
        of=PrivacyRequested,
        says="A shop system asks for privacy: {request}, from {source}, about {subject} (reference {reference}). "
        "The law sets a time limit; docs/operations.md says what to do.",
    ),
    "WebhookDisabled": Notice(
        of=WebhookDisabled,
        says="The webhook {subject} to {host} is told nothing any more ({reason}): gone means that it said so itself, "
        "failing that for days nothing arrived. docs/webhooks.md says how to turn it on again.",
    ),
    "AutomationNote": Notice(
        of=AutomationStepped,
        where={"kind": ["notify"], "whom": ["staff"], "done": [True]},
        says="The automation {automation_id} of the campaign {campaign_id} says of {subject}: {note}.",
    ),
}


class Notices(Construct):
    """Rules on our bus cost nothing while nothing happens. What cannot be told waits among dead letters, which ring."""

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation) -> None:
        super().__init__(scope, construct_id)
        dead = DeadLetters(self, "DeadLetters", of="the notices", alarms=on.alarms).queue
        role = self._teller(on)
        for name, notice in NOTICES.items():
            target = targets.SnsTopic(
                on.alarms.topic,
                role=role,
                message=events.RuleTargetInput.from_text(_sentence(notice)),
                dead_letter_queue=dead,
                max_event_age=DAY,
            )
            shape = events.EventPattern(**pattern(notice.of, **notice.where))
            events.Rule(self, f"{name}Rule", event_bus=on.bus.bus, event_pattern=shape, targets=[target])

    def _teller(self, on: Foundation) -> iam.IRole:
        """Who publishes in the rules' name. The CDK's target would add rights to it that are more than it needs."""
        own = {"StringEquals": {"aws:SourceAccount": Stack.of(self).account}}
        rules = iam.ServicePrincipal("events.amazonaws.com", conditions=own)
        role = iam.Role(self, "Role", assumed_by=rules)
        on.topics.let_in(role, on.alarms.topic)
        return role.without_policy_updates()


def _sentence(notice: Notice) -> str:
    own = {field: f"$.detail.data.{field}" for field in notice.of.__struct_fields__}
    paths = {name: f"$.detail.{name}" for name in ("subject", "campaign_id")} | own
    return notice.says.format(**{name: events.EventField.from_path(path) for name, path in paths.items()})
