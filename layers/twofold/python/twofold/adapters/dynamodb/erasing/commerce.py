"""Carts and orders: they are nobody's any more, and lead nowhere."""

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.update import Action

from twofold.adapters.dynamodb.items import CartItem, OrderItem
from twofold.adapters.dynamodb.reading import reaching_database, unmet
from twofold.privacy.model import Forgotten

_OF_CART = (CartItem.lead_id, CartItem.url, CartItem.code)
_OF_ORDER = (
    *(OrderItem.lead_id, OrderItem.matched_by, OrderItem.cart_id),
    *(OrderItem.campaign_id, OrderItem.asset_id, OrderItem.place),
)


class ErasedCarts:
    def forget(self, person: Forgotten) -> int:
        until = CartItem.updated_at <= person.until
        with reaching_database():
            found = [CartItem(cart_id=each.cart_id) for each in CartItem.by_lead.query(person.lead_id, until)]
        actions = [CartItem.version.add(1), *(attribute.remove() for attribute in _OF_CART)]
        return sum(_unlinked(each, actions, person.lead_id) for each in found)


class ErasedOrders:
    def forget(self, person: Forgotten) -> int:
        until = OrderItem.placed_at <= person.until
        with reaching_database():
            rows = OrderItem.by_lead.query(person.lead_id, until)
            found = [OrderItem(order_id=each.order_id) for each in rows]
        actions = [OrderItem.version.add(1), *(attribute.remove() for attribute in _OF_ORDER)]
        return sum(_unlinked(each, actions, person.lead_id) for each in found)


def _unlinked(row: CartItem | OrderItem, actions: list[Action], lead_id: str) -> bool:
    """False for one that is the lead's no more, as an index may not yet know."""
    with reaching_database():
        try:
            row.update(list(actions), condition=type(row).lead_id == lead_id)
        except UpdateError as error:
            if not unmet(error):
                raise
            return False
    return True
