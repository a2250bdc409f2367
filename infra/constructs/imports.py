"""Files of coupons and leads: who takes them in, and the bucket that calls it."""

from aws_cdk import Duration
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.codes import allow_filling
from infra.constructs.foundation import Foundation
from infra.constructs.handing_over import allow_call, arn_of, name_of
from infra.constructs.listeners import Listeners
from infra.constructs.product_function import ProductFunction
from infra.constructs.uploads import Uploads
from twofold.contracts import tables as t
from twofold.contracts.settings import ImporterSettings

PATIENCE = Duration.minutes(15)
"""The longest that Lambda allows. What is not done by then, the next call goes on with."""

MEMORY = 1792
"""A whole processor: of each lead, a phone number is read."""


class Imports(Construct):
    """S3 calls the function, which calls itself until a file is read, and waits for nobody; Lambda tries three times,
    then the call waits among dead letters.
    """

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation, listeners: Listeners) -> None:
        super().__init__(scope, construct_id)
        self.uploads = Uploads(self, "Uploads", on=on)
        self.take_in = self._import_files(on, listeners.dead_letters)
        self.uploads.grant_read(self.take_in)
        self.uploads.call(self.take_in)

    def _import_files(self, on: Foundation, dead: sqs.IQueue) -> ProductFunction:
        named = name_of("import_files", on.environment)
        function = ProductFunction(
            self,
            "import_files",
            on=on,
            timeout=PATIENCE,
            memory=MEMORY,
            dead_letters=dead,
            at_once=on.environment.imports_at_once or None,
            named=named,
            goes_on=True,
        )
        allow_call(function, arn_of(self, named))
        function.tell(ImporterSettings(function=named))
        allow_filling(function, on)
        on.tables[t.LEADS].grant(function, "dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:UpdateItem")
        for table in (t.CONSENTS, t.LEDGER):
            on.tables[table].grant(function, "dynamodb:PutItem")
        on.secrets.root.grant(function)
        on.tables[t.JOBS].grant(function, "dynamodb:GetItem", "dynamodb:PutItem")
        return function
