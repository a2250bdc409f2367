"""What is true of a friend: a lead who came by another lead's link."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Self

from twofold.contracts.events import Envelope, ReferralCompleted
from twofold.contracts.instants import to_second
from twofold.leads.drawn import NewCode
from twofold.leads.model import Lead
from twofold.ledger.record import Origin, record

State = Literal["waiting", "rewarded", "refused"]
By = Literal["confirmation", "redemption"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Friend:
    """`lead_id` came by the link `referral`, in one campaign, at `origin`.

    `referrer` is the lead who brought them; None where the link tells of nobody they can have come by. `state`: waiting
    (for their first redemption), rewarded (with `code`, the referrer's) or refused (for `reason`). Only a waiting one
    still changes.
    """

    lead_id: str
    referral: str
    origin: Origin
    state: State = "waiting"
    referrer: str | None = None
    reason: str | None = None
    code: str | None = None

    @property
    def campaign_id(self) -> str:
        return self.origin.campaign_id

    def refused(self, reason: str) -> Self:
        return replace(self, state="refused", reason=reason)

    def rewarded(self, code: str) -> Self:
        return replace(self, state="rewarded", code=code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reward:
    """What becomes true when a friend earns the `referrer`, as that one was read, a code: the `most`-th at last."""

    friend: Friend
    referrer: Lead
    code: NewCode
    by: By
    most: int
    at: datetime

    @property
    def event(self) -> Envelope:
        """It tells of the code; no `code.issued.v1` does, since that one asks for the text of a confirmation."""
        expires_at = self.code.expires_at
        data = ReferralCompleted(
            friend=self.friend.lead_id,
            referral=self.friend.referral,
            by=self.by,
            code=self.code.code,
            expires_at=to_second(expires_at) if expires_at else None,
        )
        return record(
            data,
            subject=self.referrer.lead_id,
            version=self.referrer.version + 1,
            at=self.at,
            origin=self.friend.origin,
            cause=f"{self.friend.lead_id}|{self.friend.campaign_id}",
        )
