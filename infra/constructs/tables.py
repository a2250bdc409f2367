"""The tables of `contracts.tables`, and the only way to be allowed anything on one."""

from aws_cdk import RemovalPolicy
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_kms as kms
from constructs import Construct

from infra.constructs.grantee import Grantee
from twofold.contracts import tables as contract
from twofold.contracts.settings import TableSettings

KEY_VERBS = ("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey")


class ProductTable(Construct):
    """On demand, restorable to any second of 35 days; personal ones under the deployment's own key."""

    def __init__(
        self, scope: Construct, *, table: contract.Table, key: kms.IKey, keep: bool, guard: bool
    ) -> None:
        super().__init__(scope, table.name)
        self._contract = table
        self._key = key if table.personal else None
        self.table = dynamodb.TableV2(
            self,
            "Table",
            partition_key=_attribute(table.partition),
            sort_key=_attribute(table.sort) if table.sort else None,
            global_secondary_indexes=[_index(index) for index in table.indexes],
            time_to_live_attribute=table.ttl,
            dynamo_stream=dynamodb.StreamViewType.NEW_IMAGE if table.stream else None,
            encryption=dynamodb.TableEncryptionV2.customer_managed_key(key) if table.personal else None,
            point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True
            ),
            deletion_protection=guard,
            removal_policy=RemovalPolicy.RETAIN if keep else RemovalPolicy.DESTROY,
        )

    def grant(self, function: Grantee, *verbs: str) -> None:
        """These verbs on the rows, and the table's name in the function's settings."""
        self._allow(function, verbs, self.table.table_arn)

    def grant_query(self, function: Grantee, index: contract.Index) -> None:
        """Questions to one index, and none to the table."""
        self._allow(function, ("dynamodb:Query",), f"{self.table.table_arn}/index/{index.name}")

    def _allow(self, function: Grantee, verbs: tuple[str, ...], arn: str) -> None:
        function.allow(verbs, arn)
        function.tell(TableSettings(**{self._contract.name: self.table.table_name}))
        if self._key:
            function.allow(KEY_VERBS, self._key.key_arn, via="dynamodb")


class Tables(Construct):
    """Each table by its name in the contract: `tables["codes"].grant(...)`.

    `keep`: rows outlive the stack. `guard`: nobody can delete the table by accident, either. What lies elsewhere and
    identifies a person is put under the same `key`.
    """

    def __init__(self, scope: Construct, construct_id: str, *, keep: bool, guard: bool) -> None:
        super().__init__(scope, construct_id)
        self.key = kms.Key(
            self,
            "PersonalKey",
            enable_key_rotation=True,
            removal_policy=RemovalPolicy.RETAIN if keep else RemovalPolicy.DESTROY,
            description="Tables and buckets that hold what identifies a person",
        )
        self._tables = {
            table.name: ProductTable(self, table=table, key=self.key, keep=keep, guard=guard)
            for table in contract.TABLES
        }

    def __getitem__(self, table: contract.Table) -> ProductTable:
        return self._tables[table.name]

    @property
    def names(self) -> dict[str, str]:
        return {name: table.table.table_name for name, table in self._tables.items()}


def _attribute(name: str) -> dynamodb.Attribute:
    return dynamodb.Attribute(name=name, type=dynamodb.AttributeType.STRING)


def _index(index: contract.Index) -> dynamodb.GlobalSecondaryIndexPropsV2:
    shown = dynamodb.ProjectionType.KEYS_ONLY if index.keys_only else dynamodb.ProjectionType.ALL
    return dynamodb.GlobalSecondaryIndexPropsV2(
        index_name=index.name,
        partition_key=_attribute(index.partition),
        sort_key=_attribute(index.sort) if index.sort else None,
        projection_type=shown,
    )
