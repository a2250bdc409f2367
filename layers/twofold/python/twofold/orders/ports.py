"""What carts and orders need of the outside."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from twofold.contracts.events import Envelope
from twofold.limits.allowance import Allowance

from .kept import ClosedCart, KeptCart, KeptOrder


class OrderMoved(Exception):
    """The order changed since it was read: look again."""


class CartMoved(Exception):
    """The cart changed since it was read: look again."""


class OrderBook(Protocol):
    def find(self, order_id: str) -> KeptOrder | None:
        """The order as it stands now, or the refunds that wait for it."""

    def keep(
        self, after: KeptOrder, events: Sequence[Envelope] = (), closed: ClosedCart | None = None
    ) -> None:
        """Store the order's next version and its events, and that a cart was ordered: all or nothing.

        A cart that nobody told of yet is made, with the source and the moment of `closed`; any other keeps its own.
        Raises OrderMoved unless the order still has the version before.
        """


class CartBook(Protocol):
    def find(self, cart_id: str) -> KeptCart | None:
        """The cart as it stands now."""

    def keep(
        self, after: KeptCart, events: Sequence[Envelope], charges: Sequence[Allowance], at: datetime
    ) -> None:
        """Store the cart's next version, its event and what that is charged to: all or nothing.

        Raises CartMoved unless the cart still has the version before, TooMany when an allowance is used up.
        """

    def charge(self, charges: Sequence[Allowance], at: datetime) -> None:
        """Charge the same where there is nothing to store. Raises TooMany."""


class Forgetting(Protocol):
    """Takes from carts and orders whose they were."""

    def carts_of(self, lead_id: str) -> Sequence[str]:
        """The ids of a lead's carts."""

    def unlink_cart(self, cart_id: str) -> None:
        """From now on it is nobody's and leads nowhere; a cart that is not there stays away."""

    def unlink_order(self, order_id: str) -> None:
        """From now on it is nobody's; an order that is not there stays away."""

    def tell(self, event: Envelope, once: Allowance) -> bool:
        """Put the event into the ledger, unless `once` was charged before; whether it did."""
