"""What people get: the offer of a code, and what comes beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from twofold.contracts.instants import over_everywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRules:
    """When a code is good, beside its expiry. What is not said binds nobody.

    `minimum`: the least basket, in minor units of the offer's `currency`; `products`: ids of which the basket must hold
    one, and only these are discounted; `places`: ids of places. `uses`: orders that one code is good for;
    `once_per_lead`: of all codes that a lead has of the campaign, one is spent at the same time.
    """

    minimum: int | None = None
    products: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    uses: int = 1
    once_per_lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a code is worth. `value` is per cent, or minor units of `currency`; 0 for a free item.

    Stored as JSON, with each code that was issued: a new field needs a default, a name is never changed.
    """

    title: str
    kind: Literal["percent", "amount", "item"]
    value: int
    currency: str | None = None
    valid_days: int | None = None
    rules: CodeRules | None = None

    def off(self, amount: int) -> int | None:
        """What the code takes off a basket of `amount`, rounded down; None where only the shop can say."""
        if self.kind == "percent":
            return amount * self.value // 100
        return min(self.value, amount) if self.kind == "amount" else None

    @property
    def endless(self) -> bool:
        """Whether its codes are good for ever."""
        return not (self.valid_days or (self.rules and self.rules.ends_at))

    def expiry(self, issued_at: datetime) -> datetime | None:
        """When a code issued now stops being good; None when it never does.

        `valid_days` after the day of its issue (UTC) it is good all day, wherever on Earth one reads the date.
        """
        ends = [self.rules.ends_at] if self.rules and self.rules.ends_at else []
        if self.valid_days:
            issued = issued_at.astimezone(UTC).date()
            ends.append(over_everywhere(issued + timedelta(days=self.valid_days)))
        return min(ends, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralOffer:
    """What a lead earns for each friend who becomes one, `most` times: a code for `offer`, or for the campaign's own.

    `after` is what the friend must have done: confirmation, or redemption of their own code.
    """

    offer: Offer | None = None
    after: Literal["confirmation", "redemption"] = "confirmation"
    most: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadMagnet:
    """Something handed over for the sign-up: a `url`, or a `file` that lies in the deployment's bucket.

    `title` maps a locale to what it is called; its link works for `days`.
    """

    title: Mapping[str, str]
    url: str | None = None
    file: str | None = None
    days: int = 7
