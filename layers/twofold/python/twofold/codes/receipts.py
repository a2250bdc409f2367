"""What a till or a cart is told: the same however often it asks."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import UNSET

from twofold.contracts.instants import to_second
from twofold.contracts.payloads.codes import CodeTerms, OfferTerms, Reservation, RevocationReceipt
from twofold.contracts.payloads.redemptions import RedemptionReceipt, RollbackReceipt

from .model import DiscountCode, Hold, Revocation
from .redemption import Redemption

NAMELESS: Mapping[str, str] = MappingProxyType({})


def worth(code: DiscountCode) -> OfferTerms:
    offer = code.offer
    return OfferTerms(title=offer.title, kind=offer.kind, value=offer.value, currency=offer.currency or UNSET)


def asked_for(code: DiscountCode, named: Mapping[str, str] = NAMELESS) -> CodeTerms | None:
    """What the code asks for beside not being over, places as `named` by id; None where that is nothing."""
    rules = code.rules
    terms = CodeTerms(
        minimum=UNSET if rules.minimum is None else rules.minimum,
        currency=UNSET if rules.minimum is None else code.offer.currency or UNSET,
        products=rules.products or UNSET,
        places=rules.places or UNSET,
        place_names={place: named[place] for place in rules.places if place in named} or UNSET,
        starts_at=to_second(rules.starts_at) if rules.starts_at else UNSET,
        uses_left=code.uses_left if rules.uses > 1 else UNSET,
    )
    return None if terms == CodeTerms() else terms


def redeemed(code: DiscountCode, redemption: Redemption) -> RedemptionReceipt:
    off = redemption.discount_amount
    return RedemptionReceipt(
        redemption_id=redemption.redemption_id,
        code=code.shown,
        order_id=redemption.order_id,
        amount=redemption.amount,
        currency=redemption.currency,
        redeemed_at=to_second(redemption.at),
        lead_id=code.lead_id,
        campaign_id=code.origin.campaign_id,
        discount=worth(code),
        discount_amount=UNSET if off is None else off,
        location=redemption.location or UNSET,
    )


def rolled_back(code: DiscountCode, redemption: Redemption) -> RollbackReceipt:
    """`state` is the redemption's own: a code for several orders may stand otherwise."""
    return RollbackReceipt(
        redemption_id=redemption.redemption_id,
        code=code.shown,
        state="rolled_back" if redemption.whole else "redeemed",
        rolled_back=redemption.rolled_back,
        currency=redemption.currency,
        reason=redemption.reason or "",
        rolled_back_at=to_second(redemption.rolled_back_at or redemption.at),
    )


def reserved(code: DiscountCode, hold: Hold) -> Reservation:
    return Reservation(
        code=code.shown, cart_id=hold.cart_id, reserved_until=to_second(hold.until), discount=worth(code)
    )


def revoked(code: DiscountCode, revocation: Revocation) -> RevocationReceipt:
    return RevocationReceipt(
        code=code.shown, state="revoked", reason=revocation.reason, revoked_at=to_second(revocation.at)
    )
