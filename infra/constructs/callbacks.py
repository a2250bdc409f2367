"""What providers bring, answers and receipts: over HTTP as routes say, and from AWS's own services to the function."""

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.codes import allow_drawing
from infra.constructs.foundation import Foundation
from infra.constructs.product_function import ProductFunction
from infra.constructs.queues import DeadLetters
from infra.constructs.sns_receipts import SnsReceipts
from twofold.contracts import tables as t
from twofold.contracts.settings import AwsSmsSettings

PATIENCE = Duration.minutes(1)
"""Twilio waits for fifteen seconds, but a batch of log lines may hold hundreds of receipts."""

TEXT_MESSAGES = "sms-voice"
BY_LEAD, _ = t.MESSAGES.indexes


class Callbacks(Construct):
    """Whatever AWS could not bring, or the function not take in, ends in the same dead letters, as it was brought.

    `inbound` is the topic that numbers of End User Messaging bring answers to. `sns_receipts` is None where the
    environment does not ask for them.
    """

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation) -> None:
        super().__init__(scope, construct_id)
        dead = DeadLetters(self, "DeadLetters", of="answers and receipts from AWS", alarms=on.alarms).queue
        self.inbound = on.topics.open(self, "Inbound", publisher=TEXT_MESSAGES)
        self.receive = self._receive_callbacks(on, dead)
        self._hear_answers(dead)
        self._hear_receipts(dead)
        wanted = on.environment.sns_receipts
        self.sns_receipts = SnsReceipts(self, "SnsReceipts", function=self.receive) if wanted else None

    def _receive_callbacks(self, on: Foundation, dead: sqs.IQueue) -> ProductFunction:
        own = on.environment
        settings = (own.limits, own.sending, AwsSmsSettings(topics=(self.inbound.topic_arn,)))
        function = ProductFunction(
            self, "receive_callbacks", on=on, timeout=PATIENCE, settings=settings, dead_letters=dead
        )
        for table in (t.ASSETS, t.CAMPAIGNS):
            on.tables[table].grant(function, "dynamodb:GetItem")
        self._grant_people(function, on)
        on.tables[t.LINKS].grant(function, "dynamodb:UpdateItem")
        on.tables[t.LEDGER].grant(function, "dynamodb:PutItem")
        for secret in (on.secrets.root, *on.secrets.shared.values()):
            secret.grant(function)
        return function

    def _grant_people(self, function: ProductFunction, on: Foundation) -> None:
        """Who answered, what they agreed to and were sent; a keyword's answer makes a lead with its code, or a
        promise of one."""
        on.tables[t.LEADS].grant(function, "dynamodb:GetItem", "dynamodb:UpdateItem")
        on.tables[t.CONSENTS].grant(function, "dynamodb:PutItem", "dynamodb:Query")
        on.tables[t.CHALLENGES].grant(function, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
        on.tables[t.CODES].grant(function, "dynamodb:GetItem", "dynamodb:PutItem")
        allow_drawing(function, on)
        on.tables[t.POOLS].grant(function, "dynamodb:PutItem")
        messages = on.tables[t.MESSAGES]
        messages.grant(function, "dynamodb:BatchGetItem", "dynamodb:GetItem")
        messages.grant(function, "dynamodb:PutItem", "dynamodb:UpdateItem")
        messages.grant_query(function, BY_LEAD)

    def _hear_answers(self, dead: sqs.IQueue) -> None:
        self.inbound.add_subscription(
            subscriptions.LambdaSubscription(self.receive.entry, dead_letter_queue=dead)
        )

    def _hear_receipts(self, dead: sqs.IQueue) -> None:
        """End User Messaging tells every account's default bus, and asks nobody whether to."""
        shape = events.EventPattern(
            source=[f"aws.{TEXT_MESSAGES}"], detail_type=["Text Message Delivery Status Updated"]
        )
        target = targets.LambdaFunction(
            self.receive.entry, dead_letter_queue=dead, max_event_age=Duration.hours(24)
        )
        events.Rule(self, "Rule", event_pattern=shape, targets=[target])
