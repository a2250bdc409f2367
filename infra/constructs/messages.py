"""Texts leave here: one function, and a queue of their own for verification codes."""

from aws_cdk import Duration
from aws_cdk import aws_iam as iam
from constructs import Construct

from infra.constructs.foundation import Foundation
from infra.constructs.product_function import ProductFunction
from infra.constructs.queues import EventQueue, Feed
from twofold.contracts import tables as t
from twofold.contracts.events import CodeIssued, LeadReturned, SignupRequested

PATIENCE = Duration.seconds(9)
"""A verification code's second try waits six times this, and a code older than 60 s is not sent."""

TOPICS = "arn:aws:sns:*:*:*"

FEEDS = {
    "verification": Feed(kinds=(SignupRequested,), batch=1, at_once=20, tries=2, overdue=Duration.minutes(1)),
    "messages": Feed(
        kinds=(CodeIssued, LeadReturned), batch=10, at_once=10, tries=5, overdue=Duration.minutes(10)
    ),
}


class Messages(Construct):
    """A broadcast may fill the queue `messages` to the brim; a verification code still goes at once."""

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation) -> None:
        super().__init__(scope, construct_id)
        self.send = self._send_messages(on)
        for name, feed in FEEDS.items():
            EventQueue(self, name, feed=feed, function=self.send, on=on)

    def _send_messages(self, on: Foundation) -> ProductFunction:
        settings = [on.environment.sms, on.environment.limits]
        function = ProductFunction(self, "send_messages", on=on, timeout=PATIENCE, settings=settings)
        for table in (t.CHALLENGES, t.CAMPAIGNS, t.LEADS, t.CODES, t.OPERATIONS):
            on.tables[table].grant(function, "dynamodb:GetItem")
        on.tables[t.MESSAGES].grant(function, "dynamodb:GetItem", "dynamodb:PutItem")
        on.tables[t.LIMITS].grant(function, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
        on.tables[t.LEDGER].grant(function, "dynamodb:PutItem")
        on.secrets.root.grant(function)
        _allow_phones(function)
        return function


def _allow_phones(function: ProductFunction) -> None:
    """A phone number is no resource, so the right is to everything, less every topic there is."""
    verbs = ["sns:Publish"]
    function.role.add_to_policy(iam.PolicyStatement(actions=verbs, resources=["*"]))
    deny = iam.PolicyStatement(effect=iam.Effect.DENY, actions=verbs, resources=[TOPICS])
    function.role.add_to_policy(deny)
