"""Carts and orders: they are nobody's any more, and lead nowhere."""

from collections.abc import Sequence

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.update import Action

from twofold.adapters.dynamodb.items import CartItem, OrderItem
from twofold.adapters.dynamodb.reading import reaching_database, unmet
from twofold.adapters.dynamodb.unlinked import nobodys_cart, nobodys_order
from twofold.privacy.model import Forgotten


class ErasedCarts:
    def forget(self, person: Forgotten) -> int:
        until = CartItem.updated_at <= person.until
        with reaching_database():
            found = [CartItem(cart_id=each.cart_id) for each in CartItem.by_lead.query(person.lead_id, until)]
        return sum(_unlinked(each, nobodys_cart(), person.lead_id) for each in found)


class ErasedOrders:
    def forget(self, person: Forgotten) -> int:
        until = OrderItem.placed_at <= person.until
        with reaching_database():
            rows = OrderItem.by_lead.query(person.lead_id, until)
            found = [OrderItem(order_id=each.order_id) for each in rows]
        return sum(_unlinked(each, nobodys_order(), person.lead_id) for each in found)


def _unlinked(row: CartItem | OrderItem, actions: Sequence[Action], lead_id: str) -> bool:
    """False for one that is the lead's no more, as an index may not yet know."""
    with reaching_database():
        try:
            row.update(list(actions), condition=type(row).lead_id == lead_id)
        except UpdateError as error:
            if not unmet(error):
                raise
            return False
    return True
