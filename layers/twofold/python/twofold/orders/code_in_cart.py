"""A cart page's script tells that a code was put into its cart: anybody may say so, and learns nothing by it."""

from dataclasses import dataclass
from datetime import datetime

from twofold.assets.model import Asset
from twofold.assets.ports import AssetBook
from twofold.codes.ports import CodeBook
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.orders import CodeInCart, CodeInCartTaken
from twofold.contracts.settings import LimitSettings
from twofold.limits.allowance import Allowance
from twofold.visits.visitor import Visitor

from .again import again
from .kept import KeptCart
from .match import MatchLead
from .model import NO_CURRENCY, PAGE, Cart
from .ports import CartBook
from .reported import own_id, web_origin
from .take_cart import closed, events_of, find_code, next_cart


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeCodeInCart:
    assets: AssetBook
    book: CartBook
    codes: CodeBook
    match: MatchLead
    limits: LimitSettings
    clock: Clock

    def __call__(self, request: CodeInCart, visitor: Visitor) -> CodeInCartTaken:
        """Store that a lead's code is in this cart. The answer, and the way to it, is the same for any code.

        A page cannot change a cart that a shop's system told of. Raises NotFound, Forbidden (origin), InvalidRequest
        (`id_of_a_shop`, `url_not_allowed`), TooMany, Unavailable.
        """
        asset = self.assets.asset(request.asset_id)
        asset.admit(visitor.origin)
        _insist_on_own_page(request.url, asset)
        cart = _told(request)
        again(lambda: self._take(cart, visitor))
        return CodeInCartTaken(cart_id=request.cart_id)

    def _take(self, cart: Cart, visitor: Visitor) -> None:
        # Whatever the code is, the same is read, and one transaction is written.
        at, code = self.clock(), find_code(self.codes, cart.code)
        match = self.match.of_code(code) if code else self.match.of_nobody()
        before = self.book.find(cart.cart_id)
        charges = cart_allowances(visitor, self.limits)
        if match is None or not _may_change(before, cart, at):
            return self.book.charge(charges, at)
        after = next_cart(cart, before, code, match, at)
        return self.book.keep(after, events_of(before, after, match, at), charges, at)


def cart_allowances(visitor: Visitor, limits: LimitSettings) -> tuple[Allowance, ...]:
    """What a page's report is charged to: its network, as often as visits. Nothing is counted for a trusted one."""
    if visitor.trusted(limits.trusted_networks):
        return ()
    return (Allowance(key=f"carts#{visitor.mark}", most=limits.visits_10min, seconds=600),)


def _may_change(before: KeptCart | None, cart: Cart, at: datetime) -> bool:
    # Else who guesses a cart's id could have the link into a stranger's checkout sent to themselves.
    return before is None or (before.source == PAGE and not closed(before, cart, at))


def _insist_on_own_page(url: str | None, asset: Asset) -> None:
    if url and web_origin(url) not in asset.origins:
        raise InvalidRequest(
            "The cart's address must be on one of the asset's origins.", code="url_not_allowed", field="url"
        )


def _told(request: CodeInCart) -> Cart:
    return Cart(
        cart_id=own_id(request.cart_id, "cart_id"),
        source=PAGE,
        amount=request.amount or 0,
        currency=request.currency or NO_CURRENCY,
        code=request.code,
        url=request.url,
    )
