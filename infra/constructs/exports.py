"""Exports: who writes them, and the bucket that they are fetched from."""

from aws_cdk import CfnOutput, Duration, Stack
from constructs import Construct

from infra.constructs.foundation import Foundation
from infra.constructs.grantee import Grantee
from infra.constructs.handing_over import allow_call, arn_of, name_of
from infra.constructs.listeners import Listeners
from infra.constructs.private_bucket import allow_files, private_bucket
from infra.constructs.product_function import ProductFunction
from twofold.contracts import tables as t
from twofold.contracts.exports import PERSONAL, PLAIN
from twofold.contracts.settings import ExporterSettings, ExportSettings

PATIENCE = Duration.minutes(15)
"""The longest that Lambda allows. What is not done by then, the next call goes on with."""

MEMORY = STORAGE = 1024
DELETE = "s3:DeleteObject"


class Exports(Construct):
    """Partners, the function itself and the sweeper call it, and wait for nobody: Lambda tries three times."""

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation, listeners: Listeners) -> None:
        super().__init__(scope, construct_id)
        self._on = on
        days = on.environment.retention.exports_days
        forgets = Duration.days(days) if days else None
        self.bucket = private_bucket(self, on=on, forgets=forgets)
        self._named = name_of("export_data", on.environment)
        self.write = self._export_data(listeners)
        for name, value in (
            ("ExportBucketName", self.bucket.bucket_name),
            ("ExportFunctionName", self._named),
        ):
            CfnOutput(Stack.of(self), name, value=value)

    def allow_call(self, caller: Grantee) -> None:
        allow_call(caller, arn_of(self, self._named))
        caller.tell(ExporterSettings(function=self._named))

    def allow_links(self, function: Grantee) -> None:
        """Signing links to the files, by which S3 reads them in its name."""
        allow_files(function, self._on, read=self._places(PERSONAL, PLAIN))
        self._tell(function)

    def allow_withdrawal(self, function: Grantee) -> None:
        """Finding and deleting the files that name persons, once one of these is forgotten."""
        function.allow(("s3:ListBucket",), self.bucket.bucket_arn)
        function.allow((DELETE,), *self._places(PERSONAL))
        self._tell(function)

    def _export_data(self, listeners: Listeners) -> ProductFunction:
        on = self._on
        function = ProductFunction(
            self,
            "export_data",
            on=on,
            timeout=PATIENCE,
            memory=MEMORY,
            storage=STORAGE,
            layers=[on.layers.parquet],
            dead_letters=listeners.dead_letters,
            named=self._named,
            goes_on=True,
        )
        self._grant_tables(function)
        self._grant_files(function)
        self.allow_call(function)
        return function

    def _grant_tables(self, function: ProductFunction) -> None:
        on = self._on
        for table in (t.LEADS, t.CONSENTS, t.CODES, t.MESSAGES):
            on.tables[table].grant(function, "dynamodb:Scan")
        on.tables[t.LEDGER].grant(function, "dynamodb:PutItem")
        on.tables[t.LEDGER].grant_query(function, t.BY_DAY)
        on.tables[t.JOBS].grant(function, "dynamodb:GetItem", "dynamodb:PutItem")
        on.tables[t.OPERATIONS].grant(function, "dynamodb:UpdateItem")

    def _grant_files(self, function: ProductFunction) -> None:
        """Putting them, and deleting those of an export that was given up or withdrawn meanwhile."""
        places = self._places(PERSONAL, PLAIN)
        allow_files(function, self._on, write=places)
        for place in places:
            function.allow((DELETE,), place)
        self._tell(function)

    def _places(self, *folders: str) -> tuple[str, ...]:
        return tuple(self.bucket.arn_for_objects(f"{folder}/*") for folder in folders)

    def _tell(self, function: Grantee) -> None:
        function.tell(ExportSettings(bucket=self.bucket.bucket_name))
