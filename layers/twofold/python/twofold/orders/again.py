"""A race for an order or a cart is settled by looking again."""

from collections.abc import Callable
from typing import TypeVar

from twofold.contracts.errors import Unavailable

from .ports import CartMoved, OrderMoved

TRIES = 8

T = TypeVar("T")


def again(act: Callable[[], T]) -> T:
    """What `act` answers once nobody else is in between. Raises Unavailable when somebody always is."""
    for _ in range(TRIES):
        try:
            return act()
        except (OrderMoved, CartMoved):
            continue
    raise Unavailable("Too many changes at once.")
