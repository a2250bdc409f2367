"""What is true of a discount code: its redemptions, the cart that holds it, and what has ended it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from twofold.campaigns.offer import CodeRules, Offer
from twofold.ledger.record import Origin

from .redemption import Redemption

ENDED = frozenset({"expired", "revoked"})
"""States that a code does not leave by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A cart's reservation: at `until` it is over, whoever notices. Stored as JSON, as a redemption is."""

    cart_id: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """Stored as JSON, as a redemption is."""

    reason: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountCode:
    """A code as it was last changed; `version` counts changes. What time has made of it, `state_at` tells.

    `state` at rest is redeemed when its uses are used up, rolled_back when it had redemptions and none stands, else
    issued; or it is reserved, expired or revoked. `redemptions` are all that ever were, oldest first. `written` and
    `referral` as `NewCode` has them.
    """

    code: str
    state: str
    version: int
    lead_id: str
    brand: str
    offer: Offer
    origin: Origin
    expires_at: datetime | None = None
    redemptions: tuple[Redemption, ...] = ()
    hold: Hold | None = None
    revocation: Revocation | None = None
    referral: str | None = None
    written: str | None = None

    @property
    def shown(self) -> str:
        """As people and shops see it."""
        return self.written or self.code

    @property
    def rules(self) -> CodeRules:
        return self.offer.rules or CodeRules()

    @property
    def redemption(self) -> Redemption | None:
        """The last one."""
        return self.redemptions[-1] if self.redemptions else None

    @property
    def uses_left(self) -> int:
        return max(0, self.rules.uses - self._standing)

    @property
    def spent(self) -> bool:
        """Whether a redemption of it stands."""
        return self._standing > 0

    @property
    def due(self) -> datetime | None:
        """When time changes it next: a hold lapses, or the code expires."""
        ends = [self.hold.until if self.hold else None, self.expires_at]
        over = self.state == "redeemed" or self.state in ENDED
        return None if over else min((end for end in ends if end), default=None)

    @property
    def _standing(self) -> int:
        return sum(not redemption.whole for redemption in self.redemptions)

    def fault(self, at: datetime) -> str | None:
        """Why the code is good for nobody now: redeemed, revoked or expired; None when it may be for somebody."""
        if self.state == "redeemed" or self.state in ENDED:
            return self.state
        return "expired" if self.past(at) else None

    def past(self, at: datetime) -> bool:
        return self.expires_at is not None and at >= self.expires_at

    def held(self, at: datetime) -> Hold | None:
        """The hold that counts now."""
        return self.hold if self.hold and at < self.hold.until else None

    def state_at(self, at: datetime) -> str:
        return self.fault(at) or ("reserved" if self.held(at) else self._rest())

    def standing(self, order_id: str) -> Redemption | None:
        """The redemption of it that stands on this order."""
        return next((r for r in self.redemptions if r.order_id == order_id and not r.whole), None)

    def rolled_back(self, order_id: str) -> bool:
        """Whether a redemption on this order was taken back: a late retry of it must not spend the code again."""
        return any(r.whole and r.order_id == order_id for r in self.redemptions)

    def next(self, at: datetime, **changes: Any) -> Self:
        """The code after a change. A hold that has lapsed is gone; a state that is not named follows from the rest."""
        after = replace(self, version=self.version + 1, **{"hold": self.held(at), **changes})
        if after.state in ENDED:
            return after
        return replace(after, state="reserved" if after.hold else after._rest())

    def _rest(self) -> str:
        if self.uses_left == 0:
            return "redeemed"
        return "rolled_back" if self.redemptions and not self.spent else "issued"
