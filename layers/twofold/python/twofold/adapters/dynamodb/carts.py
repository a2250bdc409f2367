"""Carts, each as it was last told of: a change is one transaction on the version that was read."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from twofold.contracts.errors import TooMany
from twofold.contracts.events import Envelope
from twofold.limits.allowance import Allowance
from twofold.orders.kept import CartState, ClosedCart, KeptCart
from twofold.orders.ports import CartMoved

from . import ledger
from .connection import SharedConnection
from .items import CartItem
from .limits import charge
from .reading import read
from .transaction import Cancelled, Transaction


class DynamoCartBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def find(self, cart_id: str) -> KeptCart | None:
        item = read(CartItem, cart_id)
        return _cart(item) if item else None

    def keep(
        self, after: KeptCart, events: Sequence[Envelope], charges: Sequence[Allowance], at: datetime
    ) -> None:
        transaction = Transaction(self._connection)
        before = CartItem.version == after.version - 1
        transaction.put(
            "cart", _item(after), before if after.version > 1 else CartItem.cart_id.does_not_exist()
        )
        for event in events:
            ledger.append(transaction, event)
        self._commit(transaction, charges, at)

    def charge(self, charges: Sequence[Allowance], at: datetime) -> None:
        if charges:
            self._commit(Transaction(self._connection), charges, at)

    def _commit(self, transaction: Transaction, charges: Sequence[Allowance], at: datetime) -> None:
        for allowance in charges:
            charge(transaction, allowance, at)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            for allowance in charges:
                if allowance.row(at) in cancelled.stored:
                    wait = allowance.left(at)
                    raise TooMany("Too many carts from your network.", retry_after=wait) from cancelled
            raise CartMoved from cancelled


def close(transaction: Transaction, cart: ClosedCart) -> None:
    """Make it part of the action that the cart was ordered, whether or not anybody told of it before."""
    actions = [
        CartItem.state.set("ordered"),
        CartItem.version.add(1),
        CartItem.source.set(CartItem.source | cart.source),
        CartItem.updated_at.set(CartItem.updated_at | cart.at),
        CartItem.ttl.set(cart.until),
        CartItem.url.remove(),
    ]
    transaction.update("cart", CartItem(cart_id=cart.cart_id), actions)


def _item(cart: KeptCart) -> CartItem:
    return CartItem(
        cart_id=cart.cart_id,
        source=cart.source,
        version=cart.version,
        state=cart.state,
        updated_at=cart.updated_at,
        amount=cart.amount,
        currency=cart.currency,
        lines=cart.lines,
        lead_id=cart.lead_id,
        code=cart.code,
        url=cart.url,
        ttl=cart.until,
    )


def _cart(item: CartItem) -> KeptCart:
    return KeptCart(
        cart_id=item.cart_id,
        source=item.source,
        version=int(item.version),
        state=cast(CartState, item.state),
        updated_at=item.updated_at,
        until=item.ttl,
        amount=int(item.amount or 0),
        currency=item.currency or "",
        lines=int(item.lines or 0),
        lead_id=item.lead_id,
        code=item.code,
        url=item.url,
    )
