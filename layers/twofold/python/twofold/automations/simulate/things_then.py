"""Codes and carts as they stood at a moment that is over."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from twofold.codes.model import DiscountCode, Hold
from twofold.codes.redemption import Redemption
from twofold.contracts.events import CartUpdated, CodeReleased, CodeReserved, OrderPlaced
from twofold.contracts.instants import from_text
from twofold.orders.kept import CART_KEPT, KeptCart

from .timeline import Happened


def code_then(code: DiscountCode, at: datetime, before: Iterable[Happened]) -> DiscountCode:
    """The code without what came of it since; who held it, `before` tells: what had happened by then."""
    redemptions = tuple(_redeemed_then(each, at) for each in code.redemptions if each.at <= at)
    revoked = code.revocation if code.revocation and code.revocation.at <= at else None
    then = replace(code, redemptions=redemptions, revocation=revoked, hold=_hold(code.code, before))
    return replace(then, state=_state(then, at))


def cart_then(cart_id: str, now: KeptCart | None, before: Iterable[Happened]) -> KeptCart | None:
    """The cart as it was last told of by then; where it goes on is known of its last version alone."""
    cart, ordered = None, False
    for at, event in before:
        if isinstance(event.data, CartUpdated) and event.data.cart_id == cart_id:
            cart = _told(event.data, event.version, event.subject, at, now)
        elif isinstance(event.data, OrderPlaced) and event.data.cart_id == cart_id:
            ordered = True
    return replace(cart, state="ordered") if cart and ordered else cart


def _redeemed_then(redemption: Redemption, at: datetime) -> Redemption:
    back = redemption.rolled_back_at
    if back is None or back <= at:
        return redemption
    return replace(redemption, rolled_back=0, whole=False, reason=None, rolled_back_at=None)


def _hold(code: str, before: Iterable[Happened]) -> Hold | None:
    hold = None
    for _, event in before:
        if isinstance(event.data, CodeReserved) and event.data.code == code:
            hold = Hold(cart_id=event.data.cart_id, until=from_text(event.data.until))
        elif isinstance(event.data, CodeReleased) and event.data.code == code:
            hold = None
    return hold


def _state(code: DiscountCode, at: datetime) -> str:
    if code.revocation:
        return "revoked"
    if code.uses_left == 0:
        return "redeemed"
    if code.held(at):
        return "reserved"
    return "rolled_back" if code.redemptions and not code.spent else "issued"


def _told(data: CartUpdated, version: int, lead_id: str, at: datetime, now: KeptCart | None) -> KeptCart:
    last = now if now and now.version == version else None
    return KeptCart(
        cart_id=data.cart_id,
        source=data.source,
        version=version,
        updated_at=last.updated_at if last else at,
        until=at + CART_KEPT,
        amount=data.amount,
        currency=data.currency,
        lines=data.lines,
        lead_id=lead_id,
        code=data.code,
        url=last.url if last else None,
    )
