"""Those who hear our events by AWS's own means: an archive, buses of other accounts, API destinations.

Beside them webhooks need nothing of AWS on the other side, are signed, and know contacts (docs/webhooks.md).
"""

from typing import Any

from aws_cdk import Duration, SecretValue
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.foundation import Foundation
from infra.constructs.queues import DeadLetters
from infra.environments.events import BusTarget, Destination
from twofold.contracts.events import CATALOGUE, SOURCE, pattern

DAY = Duration.hours(24)
EVENT = "$.detail"
"""What an API destination gets: the event as the ledger has it, without what EventBridge puts around it."""


class Elsewhere(Construct):
    """What could not be brought for a day waits among dead letters of its own: it is others' doing, and may be much."""

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation) -> None:
        super().__init__(scope, construct_id)
        self._bus, told = on.bus.bus, on.environment.events
        if told.archive_days:
            self._archive(told.archive_days)
        if told.targets or told.destinations:
            dead = DeadLetters(self, "DeadLetters", of="events for others", alarms=on.alarms).queue
            for target in told.targets:
                self._tell(target, self._other_bus(target, dead))
            for destination in told.destinations:
                self._tell(destination, self._post(destination, dead))

    def _archive(self, days: int) -> None:
        """All of it. What is replayed from there comes to our own rules, too, where nothing is done twice."""
        everything = events.EventPattern(source=[SOURCE])
        events.Archive(
            self,
            "Archive",
            source_event_bus=self._bus,
            event_pattern=everything,
            retention=Duration.days(days),
        )

    def _tell(self, heard: BusTarget | Destination, target: events.IRuleTarget) -> None:
        kinds = [CATALOGUE[named] for named in heard.events]
        shape = events.EventPattern(**(pattern(*kinds) if kinds else _everything_live()))
        events.Rule(self, f"{heard.name}Rule", event_bus=self._bus, event_pattern=shape, targets=[target])

    def _other_bus(self, told: BusTarget, dead: sqs.IQueue) -> events.IRuleTarget:
        bus = events.EventBus.from_event_bus_arn(self, f"{told.name}Bus", told.bus)
        return targets.EventBus(bus, dead_letter_queue=dead)

    def _post(self, told: Destination, dead: sqs.IQueue) -> events.IRuleTarget:
        secret = SecretValue.secrets_manager(told.secret)
        connection = events.Connection(
            self, f"{told.name}Connection", authorization=events.Authorization.api_key(told.header, secret)
        )
        destination = events.ApiDestination(
            self,
            f"{told.name}Destination",
            connection=connection,
            endpoint=told.url,
            http_method=events.HttpMethod.POST,
            rate_limit_per_second=told.per_second,
        )
        return targets.ApiDestination(
            destination,
            event=events.RuleTargetInput.from_event_path(EVENT),
            header_parameters={"webhook-id": f"{EVENT}.id"},
            dead_letter_queue=dead,
            max_event_age=DAY,
        )


def _everything_live() -> dict[str, Any]:
    return {"source": [SOURCE], "detail": {"origin": ["live"]}}
