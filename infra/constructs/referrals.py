"""Rewards for those who bring friends: one rule to one function."""

from aws_cdk import Duration
from constructs import Construct

from infra.constructs.codes import allow_drawing
from infra.constructs.foundation import Foundation
from infra.constructs.listeners import Listeners
from infra.constructs.product_function import ProductFunction
from twofold.contracts import tables as t
from twofold.contracts.events import REFERRAL_MARK, CodeRedeemed, LeadConfirmed, pattern

PATIENCE = Duration.seconds(30)

BROUGHT = pattern(LeadConfirmed, CodeRedeemed, referral=({"prefix": REFERRAL_MARK},))
"""Only where somebody was brought: an ordinary lead is none of its business. `exists` would find their null, too."""


class Referrals(Construct):
    """Friends are few beside sign-ups, so the function is called for each."""

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation, listeners: Listeners) -> None:
        super().__init__(scope, construct_id)
        self.reward = ProductFunction(
            self, "reward_referrals", on=on, timeout=PATIENCE, dead_letters=listeners.dead_letters
        )
        self._grant_tables(on)
        listeners.tell("Referrals", self.reward, BROUGHT)

    def _grant_tables(self, on: Foundation) -> None:
        function = self.reward
        for table in (t.CAMPAIGNS, t.ASSETS, t.LINKS):
            on.tables[table].grant(function, "dynamodb:GetItem")
        on.tables[t.LEADS].grant(function, "dynamodb:GetItem", "dynamodb:UpdateItem")
        verbs = ("dynamodb:ConditionCheckItem", "dynamodb:GetItem", "dynamodb:UpdateItem")
        on.tables[t.REFERRALS].grant(function, *verbs)
        allow_drawing(function, on)
        for table in (t.CODES, t.LEDGER):
            on.tables[table].grant(function, "dynamodb:PutItem")
        on.tables[t.METRICS].grant(function, "dynamodb:UpdateItem")
