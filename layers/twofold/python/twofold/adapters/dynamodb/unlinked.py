"""Carts and orders that are nobody's: what goes from their rows, whoever asked for it, so that they lead nowhere."""

from collections.abc import Sequence

from pynamodb.expressions.update import Action

from .items import CartItem, OrderItem

_OF_CART = (CartItem.lead_id, CartItem.url, CartItem.code)
_OF_ORDER = (
    *(OrderItem.lead_id, OrderItem.matched_by, OrderItem.cart_id),
    *(OrderItem.campaign_id, OrderItem.asset_id, OrderItem.place),
)


def nobodys_cart() -> Sequence[Action]:
    """Whoever has read it before has to look again."""
    return [CartItem.version.add(1), *(attribute.remove() for attribute in _OF_CART)]


def nobodys_order() -> Sequence[Action]:
    """As with a cart."""
    return [OrderItem.version.add(1), *(attribute.remove() for attribute in _OF_ORDER)]
