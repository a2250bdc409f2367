"""The functions that shops and CRMs reach with an API key."""

from aws_cdk import Duration
from constructs import Construct

from infra.constructs.codes import allow_filling, allow_spending
from infra.constructs.foundation import Foundation
from infra.constructs.product_function import VISITOR_MEMORY, ProductFunction
from twofold.contracts import tables as t

PATIENCE = Duration.seconds(10)


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
        limits = on.environment.limits
        function = ProductFunction(self, "serve_partners", on=on, timeout=PATIENCE, settings=[limits])
        allow_filling(function, on)
        on.tables[t.API_KEYS].grant(function, "dynamodb:GetItem")
        on.tables[t.JOBS].grant(function, "dynamodb:GetItem", "dynamodb:PutItem")
        on.tables[t.LEADS].grant(function, "dynamodb:BatchGetItem")
        on.secrets.root.grant(function)
        on.secrets.edge.grant(function)
        return function
