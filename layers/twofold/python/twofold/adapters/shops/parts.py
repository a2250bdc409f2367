"""What a shop's webhook can mean to us, and how its parts are read."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Protocol, TypeVar

from msgspec import Meta

from twofold.contracts.payloads.base import MOST_CODES
from twofold.contracts.payloads.baskets import MOST_LINES, BasketLine
from twofold.orders.model import Buyer, Cart, Order, PrivacyRequest, Refund

T = TypeVar("T")

Sum = Annotated[str, Meta(max_length=40)]
"""Decimals in a text, as `money.minor` reads them."""

Number = Annotated[int, Meta(ge=1, le=2**63 - 1)]
"""An id that a shop system gave."""

Told = Cart | Order | Refund | PrivacyRequest

_LONGEST_PHONE = 40


class Parse(Protocol):
    def __call__(self, raw: bytes, kind: type[T]) -> T:
        """The JSON in `raw`, held to its shape. Raises NotJson, and InvalidRequest with the field at fault."""


def buyer(candidates: Iterable[tuple[object, object]]) -> Buyer:
    """The first number that is one in its looks, with the country that it was written in (ISO 3166-1 alpha-2)."""
    for phone, country in candidates:
        if isinstance(phone, str) and any(map(str.isdigit, phone)) and len(phone) <= _LONGEST_PHONE:
            return Buyer(phone=phone, country=country_code(country))
    return Buyer()


def country_code(told: object) -> str | None:
    known = isinstance(told, str) and len(told) == 2 and told.isascii() and told.isalpha()
    return str(told).upper() if known else None


def part(whole: object, name: str) -> Any:
    """A part of what is an object, or null, or (as some write nothing) an empty list."""
    return whole.get(name) if isinstance(whole, Mapping) else None


def codes(written: Iterable[str]) -> tuple[str, ...]:
    """The coupons, each once; what no code of ours can be is left out."""
    found = dict.fromkeys(code.strip() for code in written)
    return tuple(code for code in found if 0 < len(code) <= 100)[:MOST_CODES]


def line(product_id: object, amount: int, quantity: int, title: str) -> BasketLine:
    return BasketLine(
        product_id=str(product_id),
        amount=amount,
        quantity=max(quantity, 1),
        title=title.strip()[:100] or None,
    )


def goods(found: Iterable[BasketLine]) -> tuple[BasketLine, ...]:
    """The lines of a basket. One too long for us is worth less than it is: its codes are judged by what we see."""
    return tuple(found)[:MOST_LINES]
