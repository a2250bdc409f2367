"""Rewards for those who bring friends: one rule to one function, without a queue between them."""

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.codes import allow_drawing
from infra.constructs.foundation import Foundation
from infra.constructs.product_function import ProductFunction
from infra.constructs.queues import DeadLetters
from twofold.contracts import tables as t
from twofold.contracts.events import REFERRAL_MARK, CodeRedeemed, LeadConfirmed, pattern

PATIENCE = Duration.seconds(30)
DAY = Duration.hours(24)

BROUGHT = pattern(LeadConfirmed, CodeRedeemed, referral=({"prefix": REFERRAL_MARK},))
"""Only where somebody was brought: an ordinary lead is none of its business. `exists` would find their null, too."""


class Referrals(Construct):
    """Friends are few beside sign-ups, and an empty queue is asked all month: so Lambda itself tries again.

    What the rule cannot deliver and what the function cannot do end in the same dead letters.
    """

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation) -> None:
        super().__init__(scope, construct_id)
        dead = DeadLetters(self, "DeadLetters", of="the rewards for friends", alarms=on.alarms).queue
        self.reward = self._reward_referrals(on, dead)
        target = targets.LambdaFunction(self.reward.entry, dead_letter_queue=dead, max_event_age=DAY)
        shape = events.EventPattern(**BROUGHT)
        events.Rule(self, "Rule", event_bus=on.bus.bus, event_pattern=shape, targets=[target])

    def _reward_referrals(self, on: Foundation, dead: sqs.IQueue) -> ProductFunction:
        function = ProductFunction(self, "reward_referrals", on=on, timeout=PATIENCE, dead_letters=dead)
        for table in (t.CAMPAIGNS, t.ASSETS, t.LINKS):
            on.tables[table].grant(function, "dynamodb:GetItem")
        on.tables[t.LEADS].grant(function, "dynamodb:GetItem", "dynamodb:UpdateItem")
        verbs = ("dynamodb:ConditionCheckItem", "dynamodb:GetItem", "dynamodb:UpdateItem")
        on.tables[t.REFERRALS].grant(function, *verbs)
        allow_drawing(function, on)
        for table in (t.CODES, t.LEDGER):
            on.tables[table].grant(function, "dynamodb:PutItem")
        on.tables[t.METRICS].grant(function, "dynamodb:UpdateItem")
        return function
