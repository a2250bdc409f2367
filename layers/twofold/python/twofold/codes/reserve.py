"""Keeps a code for a cart, for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.events import CodeReserved
from twofold.contracts.instants import Clock, to_text
from twofold.contracts.payloads.codes import Reservation, ReservationRequest

from . import receipts
from .model import DiscountCode, Hold
from .once import Done, once
from .ports import CodeBook, CodeChange, RequestKey
from .refusals import refusal
from .rules import Basket, reason
from .telling import changed
from .tidy import tidy
from .till import ANYWHERE, Till


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveCode:
    book: CodeBook
    clock: Clock

    def __call__(
        self,
        typed: str,
        request: ReservationRequest,
        key: RequestKey | None = None,
        till: Till = ANYWHERE,
    ) -> Done[Reservation]:
        """Hold the code for the cart until `ttl_s` from now, or the code's own end; the same cart only prolongs.

        What depends on a basket is judged when the code is spent. Raises NotFound, Forbidden
        `place_bound_key`, Conflict (`code_reserved`, `code_already_redeemed`, `code_revoked`, `not_yet_valid`), Gone
        `code_expired`, InvalidRequest (`idempotency_key_reused`, and for a `cart_id` with a slash).
        """
        till.insist_on_no_place()
        _insist_on_an_address(request.cart_id)
        return once(self.book, key, Reservation, lambda _: self._reserve(tidy(typed), request, key))

    def _reserve(self, typed: str, request: ReservationRequest, key: RequestKey | None) -> Done[Reservation]:
        code, at = self.book.find(typed), self.clock()
        basket = Basket(cart_id=request.cart_id)
        if why := reason(code, basket, at):
            raise refusal(why, code, basket, at)
        before, hold = code.hold, _hold(code, request, at)
        ours = before is not None and before.cart_id == request.cart_id
        if before and ours and before.until >= hold.until:
            return Done(receipts.reserved(code, before), new=False)
        change = reserving(code, hold, at, key)
        self.book.change(change)
        return Done(receipts.reserved(change.after, hold), new=not ours)


def _insist_on_an_address(cart_id: str) -> None:
    # Gateways tell a slash in an address from one that is written %2F no more: nobody could let go of it.
    if "/" in cart_id:
        raise InvalidRequest(
            "A cart_id stands in the address that lets the code go, so it has no slash.", field="cart_id"
        )


def reserving(code: DiscountCode, hold: Hold, at: datetime, key: RequestKey | None = None) -> CodeChange:
    """What a reservation makes of a code: it is the cart's, instead of one whose time was over."""
    after = code.next(at, hold=hold)
    data = CodeReserved(code=code.code, cart_id=hold.cart_id, until=to_text(hold.until))
    answer = receipts.reserved(after, hold)
    return changed(code, after, at, data, cart_id=hold.cart_id, key=key, answer=answer)


def _hold(code: DiscountCode, request: ReservationRequest, at: datetime) -> Hold:
    until = at + timedelta(seconds=request.ttl_s)
    return Hold(cart_id=request.cart_id, until=min(until, code.expires_at) if code.expires_at else until)
