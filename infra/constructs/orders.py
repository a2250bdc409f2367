"""Carts, orders and refunds: told by CRMs with a key, by shop systems with a signature, by pages of shops."""

from aws_cdk import Duration
from constructs import Construct

from infra.constructs.codes import allow_spending
from infra.constructs.foundation import Foundation
from infra.constructs.product_function import VISITOR_MEMORY, ProductFunction
from twofold.contracts import tables as t

PATIENCE = Duration.seconds(10)
(BY_LEAD,) = t.CARTS.indexes


class Orders(Construct):
    """Shop systems give up on a call after five seconds, and on us after some calls: so it has the visitors' memory."""

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation) -> None:
        super().__init__(scope, construct_id)
        self.record = ProductFunction(
            self,
            "record_orders",
            on=on,
            timeout=PATIENCE,
            memory=VISITOR_MEMORY,
            settings=[on.environment.limits],
        )
        self._grant_tables(on)
        for secret in (on.secrets.root, on.secrets.edge, *on.secrets.shops.values()):
            secret.grant(self.record)

    def _grant_tables(self, on: Foundation) -> None:
        """Orders and carts are recorded here, and forgotten for whoever asks; their codes are spent, or good again."""
        allow_spending(self.record, on)
        for table in (t.API_KEYS, t.ASSETS, t.LEADS):
            on.tables[table].grant(self.record, "dynamodb:GetItem")
        for table in (t.ORDERS, t.CARTS):
            on.tables[table].grant(self.record, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
        on.tables[t.CARTS].grant_query(self.record, BY_LEAD)
