"""Automations: one function, which events call, and schedules, one for each step that waits."""

from aws_cdk import Duration
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.codes import allow_drawing
from infra.constructs.foundation import Foundation
from infra.constructs.grantee import Grantee
from infra.constructs.handing_over import INVOKE, allow_call, arn_of, name_of
from infra.constructs.listeners import Listeners
from infra.constructs.product_function import ProductFunction
from infra.constructs.schedules import Schedules
from twofold.contracts import tables as t
from twofold.contracts.events import CATALOGUE, pattern
from twofold.contracts.settings import RunnerSettings, StepScheduleSettings

PATIENCE = Duration.minutes(1)
(ORDERS_BY_LEAD,) = t.ORDERS.indexes
MESSAGES_BY_LEAD, _ = t.MESSAGES.indexes


class Automations(Construct):
    """Events, schedules and the sweeper call the same function, and wait for nobody: Lambda tries three times.

    Its name is worked out, not made up by CloudFormation: its schedules name it, it makes them by its environment, and
    neither can wait for the other.
    """

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation, listeners: Listeners) -> None:
        super().__init__(scope, construct_id)
        named = name_of("run_automations", on.environment)
        self.run = ProductFunction(
            self,
            "run_automations",
            on=on,
            timeout=PATIENCE,
            settings=[on.environment.sending],
            dead_letters=listeners.dead_letters,
            named=named,
        )
        self._grant_lead(on)
        self._grant_rest(on)
        self._wake(listeners.dead_letters, arn_of(self, named), on)
        kinds = (CATALOGUE[named] for named in on.environment.automations.hears)
        listeners.tell("Automations", self.run, pattern(*kinds))

    def allow_call(self, caller: Grantee) -> None:
        """Handing work over, without waiting for it."""
        allow_call(caller, self.run.entry.function_arn)
        caller.tell(RunnerSettings(function=self.run.function.function_name))

    def _grant_lead(self, on: Foundation) -> None:
        """What is asked of a lead and changed: their way, tags and stage, another code, a text."""
        on.tables[t.LEADS].grant(self.run, "dynamodb:GetItem", "dynamodb:UpdateItem")
        on.tables[t.ENROLMENTS].grant(self.run, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query")
        on.tables[t.CODES].grant(self.run, "dynamodb:GetItem", "dynamodb:PutItem")
        allow_drawing(self.run, on)
        messages = on.tables[t.MESSAGES]
        messages.grant(self.run, "dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PutItem")
        messages.grant_query(self.run, MESSAGES_BY_LEAD)
        on.tables[t.ORDERS].grant_query(self.run, ORDERS_BY_LEAD)
        on.tables[t.CARTS].grant(self.run, "dynamodb:GetItem")

    def _grant_rest(self, on: Foundation) -> None:
        on.tables[t.AUTOMATIONS].grant(self.run, "dynamodb:GetItem", "dynamodb:Query")
        on.tables[t.CAMPAIGNS].grant(self.run, "dynamodb:GetItem")
        on.tables[t.LIMITS].grant(self.run, "dynamodb:GetItem")
        on.tables[t.LEDGER].grant(self.run, "dynamodb:PutItem")

    def _wake(self, dead: sqs.IQueue, target: str, on: Foundation) -> None:
        steps = Schedules(self, "Steps", verb=INVOKE, wakes=target, dead_letters=dead, on=on)
        steps.grant(self.run, "scheduler:CreateSchedule", "scheduler:DeleteSchedule")
        self.run.tell(
            StepScheduleSettings(
                group=steps.group, target=target, role=steps.role, dead_letters=dead.queue_arn
            )
        )


def allow_asking(function: Grantee, on: Foundation) -> None:
    """Whether the automation whose step a text is still wants it: its enrolment, and whatever may have ended it."""
    for table in (t.ENROLMENTS, t.CARTS):
        on.tables[table].grant(function, "dynamodb:GetItem")
    on.tables[t.AUTOMATIONS].grant(function, "dynamodb:GetItem", "dynamodb:Query")
    on.tables[t.ORDERS].grant_query(function, ORDERS_BY_LEAD)
