"""Takes a cart in as it stands now."""

from dataclasses import dataclass, replace
from datetime import datetime

from twofold.codes.model import DiscountCode
from twofold.codes.ports import CodeBook
from twofold.codes.tidy import tidy
from twofold.contracts.errors import NotFound
from twofold.contracts.events import Envelope
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.orders import CartTaken

from .again import again
from .events import cart_event
from .kept import CART_KEPT, KeptCart, Match
from .match import MatchLead
from .model import PAGE, Cart
from .ports import CartBook


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeCart:
    book: CartBook
    codes: CodeBook
    match: MatchLead
    clock: Clock

    def __call__(self, cart: Cart) -> CartTaken:
        """Store the cart; a report that is older than what is stored is dropped, and what was ordered stays ordered.

        A cart that was matched once stays that lead's until another is told. Raises Unavailable.
        """
        return again(lambda: self._take(cart))

    def _take(self, cart: Cart) -> CartTaken:
        at, before = self.clock(), self.book.find(cart.cart_id)
        if before and closed(before, cart, at):
            return _answer(before)
        code = find_code(self.codes, cart.code)
        match = self.match(cart.buyer, code) or self.match.of_cart(before)
        after = next_cart(_guarded(cart, before, match), before, code, match, at)
        if before is None or not _same(before, after):
            self.book.keep(after, events_of(before, after, match, at), (), at)
        return _answer(after)


def find_code(codes: CodeBook, typed: str | None) -> DiscountCode | None:
    """The code of ours that was typed, if it is one."""
    try:
        return codes.find(tidy(typed)) if typed else None
    except NotFound:
        return None


def closed(before: KeptCart, cart: Cart, at: datetime) -> bool:
    """Whether this report comes too late to change anything."""
    return before.state == "ordered" or _told_at(cart, at) < before.updated_at


def next_cart(
    cart: Cart, before: KeptCart | None, code: DiscountCode | None, match: Match | None, at: datetime
) -> KeptCart:
    """The cart's next version. Of nobody we know, it is not kept where it goes on."""
    return KeptCart(
        cart_id=cart.cart_id,
        source=cart.source,
        version=before.version + 1 if before else 1,
        updated_at=_told_at(cart, at),
        until=at + CART_KEPT,
        amount=cart.amount,
        currency=cart.currency,
        lines=cart.lines,
        lead_id=match.lead_id if match else None,
        code=code.code if code else None,
        url=cart.url if match else None,
    )


def events_of(
    before: KeptCart | None, after: KeptCart, match: Match | None, at: datetime
) -> tuple[Envelope, ...]:
    """That a lead's cart changed, where anybody but its owner could see a difference."""
    told = replace(after, url=before.url, updated_at=before.updated_at) if before else after
    return () if match is None or (before and _same(before, told)) else (cart_event(after, match, at),)


def _guarded(cart: Cart, before: KeptCart | None, match: Match | None) -> Cart:
    # As long as only a page has said whose the cart is, nobody is sent into it, and it stays what a page has said.
    hearsay = before is not None and before.source == PAGE and match is not None and match.by == "cart"
    return replace(cart, source=PAGE, url=None) if hearsay else cart


def _told_at(cart: Cart, at: datetime) -> datetime:
    # A clock that is ahead must not make all later reports look old.
    return min(cart.updated_at or at, at)


def _same(before: KeptCart, after: KeptCart) -> bool:
    return replace(after, version=before.version, until=before.until) == before


def _answer(cart: KeptCart) -> CartTaken:
    return CartTaken(cart_id=cart.cart_id, matched=cart.lead_id is not None, state=cart.state)
