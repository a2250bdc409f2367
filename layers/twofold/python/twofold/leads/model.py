"""What is true of a challenge and of a lead."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self, get_args

from twofold.contracts.events import Envelope, SignupRequested
from twofold.contracts.instants import to_second
from twofold.contracts.payloads.leads import Stage
from twofold.contracts.payloads.signups import Confirmation, SignupAccepted
from twofold.ledger.record import Origin, record

from .consent import Evidence
from .phone import Phone
from .verification import GUESSES, LIFETIME, pause_after

SENDS = 5
"""Texts that one challenge may ask for."""


STAGES: tuple[str, ...] = get_args(Stage)
"""How far somebody can come, in order: on the list, one with an interest, one worth marketing's and then sales' time, a
customer, one who brings others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """One verification of one number, `by` the code in a text or by a reply to one.

    `outcome` is there once it has been confirmed. `consent_seq` is how long the lead's consent chain was as the
    invitation went out: a STOP since then makes the reply void. `tap`, where the asset asks for one, is the visit whose
    tap of a sign it stands on.
    """

    challenge_id: str
    lead_id: str
    phone: Phone
    origin: Origin
    evidence: Evidence
    expires_at: datetime
    sent_at: datetime
    trusted: bool = False
    sends: int = 1
    attempts: int = 0
    attributes: Mapping[str, str] | None = None
    outcome: Confirmation | None = None
    by: str = "code"
    consent_seq: int = 0
    tap: str | None = None

    @property
    def attempts_left(self) -> int:
        return max(0, GUESSES - self.attempts)

    @property
    def next_send_at(self) -> datetime:
        return self.sent_at + timedelta(seconds=pause_after(self.sends))

    def over(self, at: datetime) -> bool:
        """Whether no code is good for it any more: its time, or its guesses, are used up."""
        return at >= self.expires_at or not self.attempts_left

    def again(self, at: datetime) -> Self:
        """The challenge with one more text asked for."""
        return replace(self, sends=self.sends + 1, sent_at=at, expires_at=at + LIFETIME)

    def asked(self, at: datetime) -> Envelope:
        """The event that a text with the verification code was asked for."""
        data = SignupRequested(
            challenge_id=self.challenge_id,
            send=self.sends,
            by=self.by,
            visit_id=self.evidence.visit_id,
            variant=self.evidence.variant,
        )
        return record(
            data, subject=self.lead_id, version=self.sends, at=at, origin=self.origin, cause=self.challenge_id
        )

    def told(self) -> SignupAccepted:
        """What the visitor learns: nothing that depends on the number."""
        return SignupAccepted(
            challenge_id=self.challenge_id,
            resend_after=pause_after(self.sends),
            expires_at=to_second(self.expires_at),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A person who confirmed; `status` is confirmed, opted_out or erased. `codes` are all they were given.

    One whom a file brought without proof of their consent is pending until they confirm: nothing is sent to them.

    `hold` keeps marketing back until `held_until` (None: until somebody lifts it): review, resting or verify_again.
    `failures`: texts in a row that did not arrive. `origin`: where they met us first. `left_at`: last opted
    out, or erased.
    `stage` is how far they have come (`STAGES`). `active_on` is the day (UTC) on which they last joined, clicked,
    replied or ordered, `active_days` on how many they did; for one whom we knew before that was kept, None and 0.
    """

    lead_id: str
    status: str
    version: int
    phone: Phone | None = None
    scopes: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    consent_seq: int = 0
    consent_digest: str = ""
    locale: str | None = None
    origin: Origin | None = None
    attributes: Mapping[str, str] | None = None
    hold: str | None = None
    held_until: datetime | None = None
    failures: int = 0
    left_at: datetime | None = None
    tags: tuple[str, ...] = ()
    stage: str = STAGES[0]
    active_on: str | None = None
    active_days: int = 0

    def held(self, at: datetime) -> str | None:
        """What keeps marketing back at this moment."""
        over = self.held_until is not None and self.held_until <= at
        return None if over else self.hold

    def erased_since(self, at: datetime) -> bool:
        """Whether what was asked for at that moment is asked by somebody whom we have forgotten."""
        return self.status == "erased" and (self.left_at is None or self.left_at >= at)
