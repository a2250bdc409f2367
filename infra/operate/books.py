"""A deployment's books, for commands that do what one of its functions would."""

from dataclasses import dataclass
from functools import cached_property

from infra.operate.deployment import Deployment
from twofold.adapters.dynamodb.assets import DynamoAssetRegister
from twofold.adapters.dynamodb.automations import DynamoAutomations
from twofold.adapters.dynamodb.connection import SharedConnection, connect
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.adapters.dynamodb.replies import DynamoReplyBook
from twofold.adapters.dynamodb.spread import DynamoMovableParts
from twofold.contracts.settings import TableSettings


@dataclass(frozen=True)
class Books:
    deployment: Deployment

    @cached_property
    def _connection(self) -> SharedConnection:
        return connect(TableSettings(**self.deployment.outputs["TableNames"]))

    @cached_property
    def leads(self) -> DynamoLeadBook:
        return DynamoLeadBook(self._connection)

    @cached_property
    def messages(self) -> DynamoMessageBook:
        return DynamoMessageBook(self._connection)

    @cached_property
    def replies(self) -> DynamoReplyBook:
        return DynamoReplyBook(self._connection)

    @cached_property
    def parts(self) -> DynamoMovableParts:
        return DynamoMovableParts(self._connection)

    @cached_property
    def register(self) -> DynamoAssetRegister:
        return DynamoAssetRegister(self._connection)

    @cached_property
    def automations(self) -> DynamoAutomations:
        return DynamoAutomations(self._connection)
