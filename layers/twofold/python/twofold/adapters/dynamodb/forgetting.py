"""Takes from carts and orders whose they were, when their owner asks for it."""

from collections.abc import Sequence

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from twofold.contracts.events import Envelope
from twofold.contracts.instants import from_text
from twofold.limits.allowance import Allowance

from . import ledger
from .connection import SharedConnection
from .items import CartItem, OrderItem
from .limits import charge
from .reading import can_be_key, reaching_database, unmet
from .transaction import Cancelled, Transaction
from .unlinked import nobodys_cart, nobodys_order


class DynamoForgetting:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def carts_of(self, lead_id: str) -> Sequence[str]:
        with reaching_database():
            return [item.cart_id for item in CartItem.by_lead.query(lead_id)]

    def unlink_cart(self, cart_id: str) -> None:
        _update(CartItem(cart_id=cart_id), nobodys_cart(), CartItem.version.exists())

    def unlink_order(self, order_id: str) -> None:
        _update(OrderItem(order_id=order_id), nobodys_order(), OrderItem.version.exists())

    def tell(self, event: Envelope, once: Allowance) -> bool:
        transaction = Transaction(self._connection)
        ledger.append(transaction, event)
        charge(transaction, once, from_text(event.time))
        try:
            transaction.commit()
        except Cancelled:
            return False
        return True


def _update(item: CartItem | OrderItem, actions: Sequence[Action], there: Condition) -> None:
    if not can_be_key(item.key()):
        return
    with reaching_database():
        try:
            item.update(list(actions), condition=there)
        except UpdateError as error:
            if not unmet(error):
                raise
