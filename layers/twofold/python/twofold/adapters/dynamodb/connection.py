"""One connection for all tables, whose client is made when the process starts."""

from pynamodb.connection import Connection

from twofold.adapters.session import region
from twofold.adapters.signed import SignedService
from twofold.contracts.settings import TableSettings

from .items import BY_TABLE, Item


class SharedConnection(Connection):
    """PynamoDB's connection over a `SignedService` (docs/decisions/0007)."""

    def __init__(self) -> None:
        super().__init__(region=region())
        self._service = SignedService("dynamodb", "DynamoDB_20120810", "1.0")

    @property
    def client(self) -> SignedService:  # type: ignore[override]
        return self._service


def connect(tables: TableSettings) -> SharedConnection:
    """Bind every item to its table as the settings name it. An item without a table must not be used."""
    connection = SharedConnection()
    for field in BY_TABLE:
        name = getattr(tables, field)
        if name is not None:
            _bind(BY_TABLE[field], name, connection)
    return connection


def _bind(kinds: tuple[type[Item], ...], table_name: str, connection: SharedConnection) -> None:
    for kind in kinds:
        kind.Meta.table_name = table_name
        kind._connection = None
        table = kind._get_connection()
        if kind is kinds[0]:
            connection.add_meta_table(table.get_meta_table())
        table.connection = connection
