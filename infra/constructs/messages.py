"""Texts leave here: one function, and a queue for each kind of haste."""

from aws_cdk import Duration
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.automations import allow_asking
from infra.constructs.foundation import Foundation
from infra.constructs.listeners import Listeners
from infra.constructs.product_function import ProductFunction
from infra.constructs.providers import allow_providers
from infra.constructs.queues import EventQueue, Feed
from infra.constructs.schedules import FILL, Schedules
from twofold.contracts import tables as t
from twofold.contracts.deadlines import SENDING
from twofold.contracts.events import (
    CodeIssued,
    CodePromised,
    CodesUsedUp,
    LeadReturned,
    MessagePlanned,
    ReferralCompleted,
    SignupRequested,
    pattern,
)
from twofold.contracts.settings import SchedulerSettings, WebhookSettings

PATIENCE = Duration.seconds(SENDING)
ONE = 1
"""Text in an invocation: a provider that hangs takes nearly all of its time, and a second would never be tried."""

AWAITED, MARKETING = ("requested", "staff"), ("marketing",)
"""Classes of planned messages: those that somebody waits for, and those that must never hold them up."""

FEEDS = {
    "verification": Feed(
        rules={"Rule": pattern(SignupRequested)}, batch=ONE, at_once=20, tries=2, overdue=Duration.minutes(1)
    ),
    "messages": Feed(
        rules={
            "Rule": pattern(CodeIssued, CodePromised, CodesUsedUp, LeadReturned, ReferralCompleted),
            "PlannedRule": pattern(MessagePlanned, message_class=AWAITED),
        },
        batch=ONE,
        at_once=10,
        tries=5,
        overdue=Duration.minutes(10),
    ),
    "marketing": Feed(
        rules={"Rule": pattern(MessagePlanned, message_class=MARKETING)},
        batch=ONE,
        at_once=5,
        tries=5,
        overdue=Duration.minutes(30),
    ),
}


class Messages(Construct):
    """A broadcast may fill the queue `marketing` to the brim; what people wait for still goes at once.

    Only marketing is ever put off, so the schedules wake that queue.
    """

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation, listeners: Listeners) -> None:
        super().__init__(scope, construct_id)
        self.send = self._send_messages(on)
        dead = listeners.dead_letters
        queues = {
            name: EventQueue(self, name, feed=feed, function=self.send, undelivered=dead, on=on)
            for name, feed in FEEDS.items()
        }
        self._wake(queues["marketing"].queue.queue_arn, dead, on)

    def _send_messages(self, on: Foundation) -> ProductFunction:
        own = on.environment
        settings = (
            *(own.sms, own.aws, own.twilio, own.webhook or WebhookSettings()),
            *(own.prices, own.sending, own.limits),
        )
        function = ProductFunction(self, "send_messages", on=on, timeout=PATIENCE, settings=settings)
        for table in (t.CHALLENGES, t.CAMPAIGNS, t.CODES, t.LINKS, t.OPERATIONS):
            on.tables[table].grant(function, "dynamodb:GetItem")
        on.tables[t.LEADS].grant(
            function, "dynamodb:ConditionCheckItem", "dynamodb:GetItem", "dynamodb:UpdateItem"
        )
        on.tables[t.MESSAGES].grant(function, "dynamodb:GetItem", "dynamodb:PutItem")
        on.tables[t.LIMITS].grant(function, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
        for table in (t.CONSENTS, t.LINKS, t.LEDGER):
            on.tables[table].grant(function, "dynamodb:PutItem")
        on.secrets.root.grant(function)
        allow_asking(function, on)
        allow_providers(function, on)
        return function

    def _wake(self, queue: str, dead: sqs.IQueue, on: Foundation) -> None:
        waiting = Schedules(self, "Schedules", verb=FILL, wakes=queue, dead_letters=dead, on=on)
        waiting.grant(self.send, "scheduler:CreateSchedule")
        self.send.tell(
            SchedulerSettings(
                group=waiting.group,
                queue=queue,
                role=waiting.role,
                dead_letters=dead.queue_arn,
            )
        )
