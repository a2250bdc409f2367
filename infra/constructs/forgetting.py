"""Who was erased: what is left of them goes everywhere, one rule to one function."""

from aws_cdk import Duration
from constructs import Construct

from infra.constructs.exports import Exports
from infra.constructs.foundation import Foundation
from infra.constructs.listeners import Listeners
from infra.constructs.product_function import ProductFunction
from twofold.contracts import tables as t
from twofold.contracts.events import LeadErased, pattern

PATIENCE = Duration.minutes(5)
MESSAGES_BY_LEAD, _ = t.MESSAGES.indexes
(CARTS_BY_LEAD,) = t.CARTS.indexes
(ORDERS_BY_LEAD,) = t.ORDERS.indexes


class Forgetting(Construct):
    """Erasing is one transaction, after which nobody is written to; the rest is done here, and again if it fails."""

    def __init__(
        self, scope: Construct, construct_id: str, *, on: Foundation, listeners: Listeners, exports: Exports
    ) -> None:
        super().__init__(scope, construct_id)
        self.forget = ProductFunction(
            self,
            "forget_leads",
            on=on,
            timeout=PATIENCE,
            dead_letters=listeners.dead_letters,
        )
        self._grant_people(on)
        self._grant_rest(on)
        exports.allow_withdrawal(self.forget)
        listeners.tell("Forgetting", self.forget, pattern(LeadErased))

    def _grant_people(self, on: Foundation) -> None:
        """What they wrote and were written, what they agreed to, what they asked for and put into carts."""
        function = self.forget
        on.tables[t.MESSAGES].grant_query(function, MESSAGES_BY_LEAD)
        on.tables[t.MESSAGES].grant(function, "dynamodb:BatchGetItem", "dynamodb:UpdateItem")
        verbs = ("dynamodb:BatchGetItem", "dynamodb:DeleteItem", "dynamodb:GetItem")
        on.tables[t.CHALLENGES].grant(function, *verbs)
        on.tables[t.CONSENTS].grant(function, "dynamodb:Query", "dynamodb:UpdateItem")
        for table, by_lead in ((t.CARTS, CARTS_BY_LEAD), (t.ORDERS, ORDERS_BY_LEAD)):
            on.tables[table].grant_query(function, by_lead)
            on.tables[table].grant(function, "dynamodb:UpdateItem")

    def _grant_rest(self, on: Foundation) -> None:
        """Links, ways through automations, what CRMs know them by, the code that was promised; and that it was done."""
        function = self.forget
        for table in (t.ENROLMENTS, t.POOLS):
            on.tables[table].grant(function, "dynamodb:DeleteItem", "dynamodb:Query")
        on.tables[t.LINKS].grant(function, "dynamodb:BatchGetItem", "dynamodb:DeleteItem")
        known = ("dynamodb:BatchGetItem", "dynamodb:DeleteItem", "dynamodb:Query")
        on.tables[t.SUBSCRIPTIONS].grant(function, *known)
        on.tables[t.LIMITS].grant(function, "dynamodb:UpdateItem")
        on.tables[t.LEDGER].grant(function, "dynamodb:PutItem", "dynamodb:Query")
        on.tables[t.JOBS].grant(function, "dynamodb:GetItem", "dynamodb:PutItem")
        on.tables[t.OPERATIONS].grant(function, "dynamodb:GetItem", "dynamodb:UpdateItem")
        on.secrets.root.grant(function)
