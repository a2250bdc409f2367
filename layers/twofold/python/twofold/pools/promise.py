"""What is true of a promise that a code follows, and what becomes true when it is kept."""

from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.causes import PROMISE
from twofold.contracts.events import Envelope
from twofold.leads.drawn import NewCode
from twofold.leads.model import Lead
from twofold.ledger.record import Origin, record
from twofold.limits.spread import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A lead who confirmed, at `origin` by this challenge, when there was no code.

    `charged` is the row of the campaign's cap that it has its place in, `referral` as `NewCode` has it.
    """

    lead_id: str
    origin: Origin
    challenge_id: str
    locale: str
    at: datetime
    charged: str | None = None
    referral: str | None = None

    @property
    def campaign_id(self) -> str:
        return self.origin.campaign_id

    @property
    def refund(self) -> Part | None:
        """What gives its place under the cap back."""
        return Part(row=self.charged, amount=-1, most=0) if self.charged else None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPromise:
    """What becomes true when a promise is kept: the `lead`, as that one was read, has the code."""

    promise: Promise
    lead: Lead
    code: NewCode
    at: datetime

    @property
    def event(self) -> Envelope:
        """It asks for the text that tells the code."""
        promise, version = self.promise, self.lead.version + 1
        data = self.code.issued(promise.challenge_id, PROMISE)
        return record(data, subject=promise.lead_id, version=version, at=self.at, origin=promise.origin)
