"""Tells somebody who joined by a reply that there is no code for them, now or at all; others see it on their page."""

from dataclasses import dataclass
from datetime import timedelta

from twofold.contracts.errors import NotFound
from twofold.contracts.events import CodePromised, CodesUsedUp, Envelope
from twofold.contracts.instants import Clock, from_text
from twofold.leads.model import Challenge
from twofold.leads.ports import ChallengeBook, LeadBook
from twofold.messages.model import REQUESTED, Message, message_id

from .plan import PlanMessage

PROMISED = "promised"
USED_UP = "used_up"

NEWS = timedelta(hours=1)
"""Later than this after their yes it would only confuse: by then a promised code may have come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellNoCode:
    challenges: ChallengeBook
    leads: LeadBook
    plan: PlanMessage
    clock: Clock

    def __call__(self, event: Envelope, data: CodePromised | CodesUsedUp) -> str:
        """Answer planned, seen, too_old, left, challenge_gone, or on_their_page for who did not join by a reply."""
        if self.clock() - from_text(event.time) >= NEWS:
            return "too_old"
        try:
            challenge = self.challenges.find(data.challenge_id)
        except NotFound:
            return "challenge_gone"
        if challenge.by != "reply":
            return "on_their_page"
        lead = self.leads.lead(event.subject)
        if lead is None or lead.status != "confirmed":
            return "left"
        template = PROMISED if isinstance(data, CodePromised) else USED_UP
        return "planned" if self.plan(self._message(event, challenge, template)) else "seen"

    def _message(self, event: Envelope, challenge: Challenge, template: str) -> Message:
        return Message(
            message_id=message_id(event.id, template),
            message_class=REQUESTED,
            template=template,
            lead_id=event.subject,
            origin=challenge.origin,
            shown="",
            parts=0,
            planned_at=self.clock(),
            expires_at=from_text(event.time) + NEWS,
            to=challenge.phone,
            locale=challenge.evidence.locale,
        )
