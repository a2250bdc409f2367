"""What is in a cart, as far as a code's rules ask."""

from typing import Annotated

from msgspec import Meta

from .base import Money, Reference, Request, Short

MOST_LINES = 500
"""Lines of one basket."""


class BasketLine(Request, frozen=True):
    """One line of a basket: `amount` is the line's whole worth, `product_id` as the campaign's rules call it."""

    product_id: Reference
    amount: Money
    quantity: Annotated[int, Meta(ge=1, le=10**6)] = 1
    title: Short | None = None


Lines = Annotated[tuple[BasketLine, ...], Meta(max_length=MOST_LINES)]
