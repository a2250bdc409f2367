"""What is true of a discount code and of its redemption."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from msgspec import UNSET

from twofold.campaigns.offer import Offer
from twofold.contracts.instants import to_second
from twofold.contracts.payloads import OfferTerms, RedemptionReceipt, RollbackReceipt
from twofold.ledger.record import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Redemption:
    """The spending of a code on an order. Money in minor units; `rolled_back` is what was taken back so far.

    Stored as JSON: a new field needs a default, a name is never changed.
    """

    redemption_id: str
    order_id: str
    amount: int
    currency: str
    at: datetime
    discount_amount: int | None
    location: str | None = None
    cart_id: str | None = None
    rolled_back: int = 0
    whole: bool = False
    reason: str | None = None
    rolled_back_at: datetime | None = None

    @property
    def left(self) -> int:
        return self.amount - self.rolled_back


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountCode:
    """A code as it stands. `state`: issued, redeemed, rolled_back (good again) or revoked; `version` counts changes.

    `redemption` is the last one, `past` are those before it, all of them rolled back. `referral` as `NewCode` has it.
    """

    code: str
    state: str
    version: int
    lead_id: str
    brand: str
    offer: Offer
    origin: Origin
    expires_at: datetime | None = None
    redemption: Redemption | None = None
    past: tuple[Redemption, ...] = ()
    referral: str | None = None

    def fault(self, at: datetime) -> str | None:
        """Why the code is not good now: redeemed, revoked or expired; None when it is."""
        if self.state in ("redeemed", "revoked"):
            return self.state
        return "expired" if self.expires_at is not None and at >= self.expires_at else None

    def moved(self, state: str, redemption: Redemption) -> Self:
        """The code after its next change."""
        last = self.redemption
        again = last is None or last.redemption_id == redemption.redemption_id
        past = self.past if again or last is None else (*self.past, last)
        return replace(self, state=state, version=self.version + 1, redemption=redemption, past=past)

    def rolled_back(self, order_id: str) -> bool:
        """Whether a redemption on this order was taken back: a late retry of it must not spend the code again."""
        known = (*self.past, self.redemption)
        return any(spent and spent.whole and spent.order_id == order_id for spent in known)

    @property
    def terms(self) -> OfferTerms:
        return OfferTerms(
            title=self.offer.title,
            kind=self.offer.kind,
            value=self.offer.value,
            currency=self.offer.currency or UNSET,
        )

    def receipt(self, redemption: Redemption) -> RedemptionReceipt:
        """What the till is told: the same however often it asks."""
        off = redemption.discount_amount
        return RedemptionReceipt(
            redemption_id=redemption.redemption_id,
            code=self.code,
            order_id=redemption.order_id,
            amount=redemption.amount,
            currency=redemption.currency,
            redeemed_at=to_second(redemption.at),
            lead_id=self.lead_id,
            campaign_id=self.origin.campaign_id,
            discount=self.terms,
            discount_amount=UNSET if off is None else off,
            location=redemption.location or UNSET,
        )

    def rollback_receipt(self, redemption: Redemption) -> RollbackReceipt:
        return RollbackReceipt(
            redemption_id=redemption.redemption_id,
            code=self.code,
            state="rolled_back" if redemption.whole else "redeemed",
            rolled_back=redemption.rolled_back,
            currency=redemption.currency,
            reason=redemption.reason or "",
            rolled_back_at=to_second(redemption.rolled_back_at or redemption.at),
        )
