"""What must happen although nobody asks, every few minutes: gaps between ledger and bus are closed, what is over is
ended, promises are kept."""

from collections.abc import Iterable
from typing import Protocol

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from constructs import Construct

from infra.constructs.codes import allow_keeping
from infra.constructs.foundation import Foundation
from infra.constructs.grantee import Grantee
from infra.constructs.listeners import Listeners
from infra.constructs.product_function import ProductFunction
from twofold.contracts import tables as t

EVERY, PATIENCE = Duration.minutes(5), Duration.minutes(4)
_, BY_DUE = t.CODES.indexes
(STEPS_BY_DUE,) = t.ENROLMENTS.indexes
(BY_ACTIVITY,) = t.LEADS.indexes
(DELIVERIES_BY_DUE,) = t.DELIVERIES.indexes


class Called(Protocol):
    """Somebody whose work may be left lying."""

    def allow_call(self, caller: Grantee) -> None:
        """The caller may have it done."""


class Sweeper(Construct):
    """A missed sweep needs no second try: the next one does its work, so a late one is given up."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        on: Foundation,
        listeners: Listeners,
        looks_after: Iterable[Called],
    ) -> None:
        super().__init__(scope, construct_id)
        dead = listeners.dead_letters
        settings = [on.environment.retention]
        self.sweep = ProductFunction(
            self, "sweep_overdue", on=on, timeout=PATIENCE, settings=settings, dead_letters=dead
        )
        on.tables[t.LEDGER].grant_query(self.sweep, t.BY_DAY)
        on.tables[t.OPERATIONS].grant(self.sweep, "dynamodb:GetItem", "dynamodb:UpdateItem")
        on.bus.grant_put(self.sweep)
        self._grant_codes(on)
        self._grant_steps(on)
        self._grant_partners(on)
        self._grant_quiet(on)
        for called in looks_after:
            called.allow_call(self.sweep)
        target = targets.LambdaFunction(
            self.sweep.entry, dead_letter_queue=dead, max_event_age=EVERY, retry_attempts=2
        )
        events.Rule(self, "Clock", schedule=events.Schedule.rate(EVERY), targets=[target])

    def _grant_codes(self, on: Foundation) -> None:
        """Codes and reservations whose time is over, and promises that can be kept by now."""
        on.tables[t.CODES].grant_query(self.sweep, BY_DUE)
        on.tables[t.CODES].grant(self.sweep, "dynamodb:UpdateItem")
        allow_keeping(self.sweep, on)

    def _grant_steps(self, on: Foundation) -> None:
        """Steps whose schedule is missing, and leads who have fallen quiet; others do what is to be done for them."""
        on.tables[t.ENROLMENTS].grant_query(self.sweep, STEPS_BY_DUE)
        on.tables[t.ENROLMENTS].grant(self.sweep, "dynamodb:BatchGetItem")
        on.tables[t.LEADS].grant_query(self.sweep, BY_ACTIVITY)
        on.tables[t.AUTOMATIONS].grant(self.sweep, "dynamodb:Query", "dynamodb:UpdateItem")

    def _grant_partners(self, on: Foundation) -> None:
        """Webhooks that no courier and no schedule looks after, exports that nobody writes on at."""
        on.tables[t.SUBSCRIPTIONS].grant(self.sweep, "dynamodb:GetItem", "dynamodb:Query")
        on.tables[t.DELIVERIES].grant_query(self.sweep, DELIVERIES_BY_DUE)
        on.tables[t.JOBS].grant(self.sweep, "dynamodb:GetItem")

    def _grant_quiet(self, on: Foundation) -> None:
        """Leads who have been quiet for longer than they are kept, and evidence that has outlived its use."""
        on.tables[t.LEADS].grant(self.sweep, "dynamodb:PutItem")
        verbs = ("dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:Query")
        on.tables[t.CONSENTS].grant(self.sweep, *verbs)
