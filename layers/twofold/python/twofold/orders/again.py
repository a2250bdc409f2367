"""A race for an order or a cart is settled by looking again."""

from collections.abc import Callable
from typing import TypeVar

from twofold.codes.turns import in_turn

from .ports import CartMoved, OrderMoved

TRIES = 8

T = TypeVar("T")


def again(act: Callable[[], T]) -> T:
    """What `act` answers once nobody else is in between. Raises Unavailable when somebody always is."""
    return in_turn(lambda _: act(), OrderMoved, CartMoved, tries=TRIES)
