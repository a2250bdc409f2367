"""Webhooks: one function, which a queue tells what happened, and which comes back by schedules and by itself."""

from aws_cdk import Duration
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.foundation import Foundation
from infra.constructs.grantee import Grantee
from infra.constructs.handing_over import INVOKE, allow_call, arn_of, name_of
from infra.constructs.listeners import Listeners
from infra.constructs.product_function import ProductFunction
from infra.constructs.queues import EventQueue, Feed
from infra.constructs.schedules import Schedules
from twofold.contracts import tables as t
from twofold.contracts.events import wanted
from twofold.contracts.settings import CourierSettings, WakeSettings

PATIENCE = Duration.minutes(1)
(BY_DUE,) = t.DELIVERIES.indexes

FEED = Feed(rules={"Rule": wanted()}, batch=10, at_once=5, tries=5, overdue=Duration.minutes(15))
"""What the relay marks alone: while nobody subscribes, the queue stays empty."""


class Webhooks(Construct):
    """What the queue brings is put down for each webhook that wants it, and a courier is called for each of these.

    A courier is an asynchronous call of the same function: by it, by a schedule, by the sweeper.
    """

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation, listeners: Listeners) -> None:
        super().__init__(scope, construct_id)
        self._named = name_of("deliver_webhooks", on.environment)
        dead = listeners.dead_letters
        self.deliver = self._deliver_webhooks(on, dead)
        EventQueue(self, "webhooks", feed=FEED, function=self.deliver, undelivered=dead, on=on)
        self.allow_call(self.deliver)
        self._wake(dead, on)

    def allow_call(self, caller: Grantee) -> None:
        allow_call(caller, arn_of(self, self._named))
        caller.tell(CourierSettings(function=self._named))

    def _deliver_webhooks(self, on: Foundation, dead: sqs.IQueue) -> ProductFunction:
        function = ProductFunction(
            self,
            "deliver_webhooks",
            on=on,
            timeout=PATIENCE,
            settings=[on.environment.retention],
            dead_letters=dead,
            named=self._named,
            goes_on=True,
            queued=True,
        )
        each = ("dynamodb:GetItem", "dynamodb:PutItem")
        on.tables[t.SUBSCRIPTIONS].grant(function, *each, "dynamodb:Query", "dynamodb:UpdateItem")
        on.tables[t.DELIVERIES].grant(function, *each)
        on.tables[t.DELIVERIES].grant_query(function, BY_DUE)
        on.tables[t.LEADS].grant(function, "dynamodb:GetItem")
        on.tables[t.OPERATIONS].grant(function, "dynamodb:GetItem", "dynamodb:PutItem")
        on.tables[t.LEDGER].grant(function, "dynamodb:PutItem", "dynamodb:Query")
        on.tables[t.LEDGER].grant_query(function, t.BY_DAY)
        return function

    def _wake(self, dead: sqs.IQueue, on: Foundation) -> None:
        """A schedule for each webhook whose next try is not due yet."""
        target = arn_of(self, self._named)
        tries = Schedules(self, "Tries", verb=INVOKE, wakes=target, dead_letters=dead, on=on)
        tries.grant(self.deliver, "scheduler:CreateSchedule")
        told = WakeSettings(group=tries.group, target=target, role=tries.role, dead_letters=dead.queue_arn)
        self.deliver.tell(told)
