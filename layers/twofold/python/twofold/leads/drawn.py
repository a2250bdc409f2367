"""What somebody who confirms is to get: a discount code, or why there is none."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from twofold.campaigns.offer import Offer
from twofold.limits.spread import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCode:
    """A discount code that is given to a lead, or that they hold: with the offer as it was when it was issued.

    `referral` is the link of the lead who brought them, where spending this very code earns that one something.
    `code` is as it is looked up, `written` as it was delivered, where that differs. `pooled` is the shard of the pool
    that it is taken from, `charge` the part of the campaign's limit that it takes: with its issue or not at all.
    """

    code: str
    campaign_id: str
    brand: str
    offer: Offer
    expires_at: datetime | None
    state: str = "issued"
    referral: str | None = None
    written: str | None = None
    pooled: str | None = None
    charge: Part | None = None

    @property
    def shown(self) -> str:
        """As people and shops see it."""
        return self.written or self.code


@dataclass(frozen=True, slots=True)
class NoCode:
    """Why a lead gets no code: promised (one follows) or used_up.

    `charge` is the place under the campaign's limit that the promise takes, so that it can be kept. `standing`: it
    was promised before, and is remembered already.
    """

    why: Literal["promised", "used_up"]
    charge: Part | None = None
    standing: bool = False


Drawn = NewCode | NoCode
