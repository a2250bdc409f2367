"""What was told of pools, in one row for each campaign."""

from collections.abc import Sequence

from pynamodb.attributes import NumberAttribute
from pynamodb.expressions.condition import Condition

from twofold.contracts.events import Envelope
from twofold.pools.state import PoolState

from . import ledger
from .connection import SharedConnection
from .items import RegisterItem
from .reading import reaching_database
from .transaction import Cancelled, Transaction

REGISTER = "register"
"""The partition of these rows."""


class DynamoPoolRegister:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def pools(self) -> Sequence[PoolState]:
        with reaching_database():
            return [_state(item) for item in RegisterItem.query(REGISTER)]

    def state(self, campaign_id: str) -> PoolState:
        with reaching_database():
            rows = RegisterItem.query(REGISTER, RegisterItem.code == campaign_id, consistent_read=True)
            return next((_state(item) for item in rows), PoolState(campaign_id=campaign_id))

    def mark(self, before: PoolState, after: PoolState, event: Envelope | None) -> bool:
        transaction = Transaction(self._connection)
        row = RegisterItem(pool_shard=REGISTER, code=before.campaign_id)
        actions = [
            RegisterItem.told.set(after.told),
            RegisterItem.low.set(after.low),
            RegisterItem.dry.set(after.dry),
        ]
        as_read = _still(RegisterItem.fills, before.fills) & _still(RegisterItem.told, before.told)
        transaction.update("register", row, actions, as_read)
        if event:
            ledger.append(transaction, event)
        try:
            transaction.commit()
        except Cancelled:
            return False
        return True


def _still(attribute: NumberAttribute, number: int) -> Condition:
    same: Condition = attribute == number
    return same if number else same | attribute.does_not_exist()


def _state(item: RegisterItem) -> PoolState:
    return PoolState(
        campaign_id=item.code,
        fills=int(item.fills or 0),
        told=int(item.told or 0),
        low=bool(item.low),
        dry=bool(item.dry),
    )
