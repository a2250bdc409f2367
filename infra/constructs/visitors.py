"""The functions that visitors reach: pages and sign-up."""

from aws_cdk import CfnOutput, Duration, Stack
from constructs import Construct

from infra.constructs.codes import allow_drawing
from infra.constructs.foundation import Foundation
from infra.constructs.magnets import Magnets
from infra.constructs.product_function import VISITOR_MEMORY, ProductFunction
from twofold.contracts import tables as t

PATIENCE = Duration.seconds(10)


class Visitors(Construct):
    """No key opens these, so their roles hold no more than a stranger's request may do."""

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation) -> None:
        super().__init__(scope, construct_id)
        self.pages = self._serve_pages(on)
        self.sign_up = self._register_leads(on)
        environment = on.environment
        magnets = Magnets(self, "Magnets", keep=not environment.is_local, plain=environment.is_local)
        magnets.grant(self.sign_up)
        CfnOutput(Stack.of(self), "MagnetBucketName", value=magnets.bucket.bucket_name)

    def _serve_pages(self, on: Foundation) -> ProductFunction:
        function = ProductFunction(
            self,
            "serve_pages",
            on=on,
            timeout=PATIENCE,
            memory=VISITOR_MEMORY,
            settings=[on.environment.limits],
        )
        for table in (t.ASSETS, t.CAMPAIGNS, t.CODES, t.LINKS, t.LIMITS):
            on.tables[table].grant(function, "dynamodb:GetItem")
        for table in (t.LINKS, t.LIMITS, t.METRICS):
            on.tables[table].grant(function, "dynamodb:UpdateItem")
        on.tables[t.LEDGER].grant(function, "dynamodb:PutItem")
        on.secrets.edge.grant(function)
        return function

    def _register_leads(self, on: Foundation) -> ProductFunction:
        limits = on.environment.limits
        function = ProductFunction(
            self, "register_leads", on=on, timeout=PATIENCE, memory=VISITOR_MEMORY, settings=[limits]
        )
        for table in (t.CAMPAIGNS, t.ASSETS):
            on.tables[table].grant(function, "dynamodb:GetItem")
        allow_drawing(function, on)
        on.tables[t.POOLS].grant(function, "dynamodb:PutItem")
        on.tables[t.CHALLENGES].grant(function, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
        on.tables[t.LEADS].grant(function, "dynamodb:GetItem", "dynamodb:UpdateItem")
        on.tables[t.CODES].grant(function, "dynamodb:GetItem", "dynamodb:PutItem")
        for table in (t.CONSENTS, t.LEDGER):
            on.tables[table].grant(function, "dynamodb:PutItem")
        for table in (t.LINKS, t.METRICS, t.TAGS):
            on.tables[table].grant(function, "dynamodb:UpdateItem")
        on.tables[t.LINKS].grant(function, "dynamodb:GetItem")
        on.tables[t.TAGS].grant(function, "dynamodb:ConditionCheckItem", "dynamodb:PutItem")
        on.secrets.root.grant(function)
        on.secrets.edge.grant(function)
        return function
