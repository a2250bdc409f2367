"""The functions that shops and CRMs reach with an API key."""

from aws_cdk import Duration
from constructs import Construct

from infra.constructs.codes import allow_filling, allow_spending
from infra.constructs.foundation import Foundation
from infra.constructs.product_function import VISITOR_MEMORY, ProductFunction
from twofold.contracts import tables as t

PATIENCE, LONGER = Duration.seconds(10), Duration.seconds(20)
"""A test of a webhook waits for whoever is told; the API itself gives up after thirty."""

(CODES_BY_LEAD, _) = t.CODES.indexes
MESSAGES_BY_LEAD, _ = t.MESSAGES.indexes
(CARTS_BY_LEAD,) = t.CARTS.indexes
(ORDERS_BY_LEAD,) = t.ORDERS.indexes
CHANGE = ("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")


class Partners(Construct):
    """A till waits in front of a customer, so redeeming has the visitors' memory; look-ups and deliveries have time."""

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation) -> None:
        super().__init__(scope, construct_id)
        self.redeem = self._redeem_codes(on)
        self.look_up = self._serve_partners(on)

    def _redeem_codes(self, on: Foundation) -> ProductFunction:
        limits = on.environment.limits
        function = ProductFunction(
            self, "redeem_codes", on=on, timeout=PATIENCE, memory=VISITOR_MEMORY, settings=[limits]
        )
        allow_spending(function, on)
        on.tables[t.API_KEYS].grant(function, "dynamodb:GetItem")
        on.secrets.edge.grant(function)
        return function

    def _serve_partners(self, on: Foundation) -> ProductFunction:
        settings = [on.environment.limits, on.environment.retention]
        function = ProductFunction(self, "serve_partners", on=on, timeout=LONGER, settings=settings)
        allow_filling(function, on)
        on.tables[t.API_KEYS].grant(function, "dynamodb:GetItem")
        on.tables[t.JOBS].grant(function, "dynamodb:GetItem", "dynamodb:PutItem")
        for grant in (_allow_people, _allow_all_of_a_person, _allow_webhooks):
            grant(function, on)
        for secret in (on.secrets.root, on.secrets.edge, *on.secrets.crm.values()):
            secret.grant(function)
        return function


def _allow_people(function: ProductFunction, on: Foundation) -> None:
    """Leads one by one and by the hundred: what is known of them, their consents, what a CRM changes of them."""
    on.tables[t.LEADS].grant(function, "dynamodb:BatchGetItem", *CHANGE)
    on.tables[t.CONSENTS].grant(function, "dynamodb:PutItem", "dynamodb:Query")
    on.tables[t.CODES].grant_query(function, CODES_BY_LEAD)
    on.tables[t.LEDGER].grant(function, "dynamodb:PutItem", "dynamodb:Query")


def _allow_all_of_a_person(function: ProductFunction, on: Foundation) -> None:
    """For whoever wants to see all that is kept of them, and the proof of what they agreed to."""
    on.tables[t.MESSAGES].grant(function, "dynamodb:BatchGetItem")
    on.tables[t.MESSAGES].grant_query(function, MESSAGES_BY_LEAD)
    for table, by_lead in ((t.CARTS, CARTS_BY_LEAD), (t.ORDERS, ORDERS_BY_LEAD)):
        on.tables[table].grant(function, "dynamodb:GetItem")
        on.tables[table].grant_query(function, by_lead)
    on.tables[t.CHALLENGES].grant(function, "dynamodb:GetItem")
    on.tables[t.ENROLMENTS].grant(function, "dynamodb:Query")


def _allow_webhooks(function: ProductFunction, on: Foundation) -> None:
    """Who is told of what, how that went, and what shall be told again; which row of a CRM's is which lead."""
    on.tables[t.SUBSCRIPTIONS].grant(function, *CHANGE)
    more = ("dynamodb:BatchGetItem", "dynamodb:DeleteItem", "dynamodb:Query")
    on.tables[t.SUBSCRIPTIONS].grant(function, *more)
    on.tables[t.DELIVERIES].grant(function, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query")
    verbs = ("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
    on.tables[t.OPERATIONS].grant(function, *verbs)
    on.tables[t.LEDGER].grant_query(function, t.BY_DAY)
