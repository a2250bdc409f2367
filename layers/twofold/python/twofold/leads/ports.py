"""What sign-up, confirmation and a lead's later changes need of the outside.

Each method is one answer of the database, save `awaiting_reply` and `code_of`, which follow a pointer to what it names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from twofold.assets.links import AssetLink
from twofold.contracts.events import Envelope
from twofold.contracts.payloads.signups import Confirmation
from twofold.limits.allowance import Allowance
from twofold.limits.spread import Part

from .change import LeadChange
from .consent import Consent
from .drawn import NewCode
from .model import Challenge, Lead


class ChallengeBook(Protocol):
    def open(self, challenge: Challenge, event: Envelope, charges: Sequence[Allowance], at: datetime) -> None:
        """Store a new challenge, its event and what it is charged to: all or nothing.

        Raises TooMany when an allowance is used up, Conflict when another challenge has this id, Forbidden
        `tap_needed` when its tap is none of its asset in the last hour, or has made a lead.
        """

    def find(self, challenge_id: str) -> Challenge:
        """Raises NotFound."""

    def renew(
        self, challenge: Challenge, event: Envelope, charges: Sequence[Allowance], at: datetime
    ) -> None:
        """Store that one more text was asked for, if nobody did so since the challenge was read.

        Raises Conflict when somebody did, TooMany when an allowance is used up.
        """

    def await_reply(self, challenge: Challenge) -> None:
        """Remember this challenge as the one that an answer from its number confirms, instead of any before."""

    def awaiting_reply(self, lead_id: str) -> Challenge | None:
        """The challenge that an answer from this number would confirm."""

    def charge(self, challenge_id: str, at: datetime) -> Challenge:
        """Take one guess and answer the challenge as it then stands; never more than GUESSES are given.

        Raises NotFound, and Gone when it has expired or its guesses are used up.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A code that is to follow: `charge` as `NoCode` has it, `referral` as the code itself will."""

    charge: Part | None
    referral: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """Everything that becomes true when a challenge is confirmed. `link` is the lead's own, to bring friends with.

    `promised`: there was no code; that is remembered until there is one.
    """

    challenge: Challenge
    known: Lead | None
    consent: Consent
    code: NewCode | None
    outcome: Confirmation
    events: tuple[Envelope, ...]
    at: datetime
    link: AssetLink | None = None
    promised: Promised | None = None


class LeadMoved(Exception):
    """The lead is not as whoever welcomes or changes it has read it: look again."""


class CodeTaken(Exception):
    """Another lead has this very code, or its place in the pool or under the limit: draw another."""


class PromiseStands(Exception):
    """The lead was promised a code of this campaign before."""


class LinkTaken(Exception):
    """Another lead has this very link: work the next one out."""


class LeadBook(Protocol):
    def lead(self, lead_id: str) -> Lead | None:
        """The lead as it stands now."""

    def code_of(self, lead_id: str, campaign_id: str) -> NewCode | None:
        """The code that the lead was given for this campaign's sign-up, as it was issued."""

    def promised(self, lead_id: str, campaign_id: str) -> bool:
        """Whether the lead was promised a code of this campaign, and has not got it yet."""

    def welcome(self, welcome: Welcome) -> Confirmation:
        """Make lead, consent, code or promise, link, outcome and events true together, and answer the outcome.

        Whoever confirms a challenge that is confirmed already gets the outcome of the first.
        A link that the lead has already goes on leading where it did.
        Raises LeadMoved when `known` is not how the lead stands, CodeTaken when the code exists (a coupon that does
        leaves its pool) or its place is taken, PromiseStands, LinkTaken when the link is another lead's, Forbidden
        `tap_needed` when the tap is.
        """

    def change(self, change: LeadChange) -> None:
        """Make the lead, its consent link and the events true together. Raises LeadMoved."""

    def last_scopes(self, lead_id: str) -> tuple[str, ...]:
        """What the lead last agreed to, whether or not they left since; empty when they never did."""

    def leads(self, lead_ids: Sequence[str]) -> dict[str, Lead]:
        """Those of up to 100 leads that exist."""
