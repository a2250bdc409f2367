"""What somebody who confirms is to get: a discount code, or why there is none."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from twofold.campaigns.model import Campaign
from twofold.campaigns.offer import Offer
from twofold.contracts.causes import Cause
from twofold.contracts.events import CodeIssued
from twofold.contracts.instants import to_second
from twofold.limits.spread import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCode:
    """A discount code that is given to a lead, or that they hold: with the offer as it was when it was issued.

    `referral` is the link of the lead who brought them, where spending this very code earns that one something.
    `code` is as it is looked up, `written` as it was delivered, where that differs. `pooled`: it is
    taken from the campaign's pool; `charge` is the part of its limit that it takes: with its issue or not at all.
    """

    code: str
    campaign_id: str
    brand: str
    offer: Offer
    expires_at: datetime | None
    state: str = "issued"
    referral: str | None = None
    written: str | None = None
    pooled: bool = False
    charge: Part | None = None

    @property
    def shown(self) -> str:
        """As people and shops see it."""
        return self.written or self.code

    def issued(self, challenge_id: str, cause: Cause) -> CodeIssued:
        """What is told of its issue; `challenge_id` is the confirmation that earned it, empty where none did."""
        expires_at = to_second(self.expires_at) if self.expires_at else None
        return CodeIssued(code=self.code, challenge_id=challenge_id, expires_at=expires_at, cause=cause)


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

CodeDraw = Callable[[Campaign, datetime, int], Drawn]
"""Draws a discount code, worth what the campaign's offer says now; it is the lead's only with the welcome.

The number is how often a drawn one was taken by somebody else, from 0.
"""
