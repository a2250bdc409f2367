"""Writes a verification code's text. Its digits stand in no row: they are worked out anew each time."""

from dataclasses import dataclass

from twofold.campaigns.model import Campaign
from twofold.contracts.events import Envelope
from twofold.contracts.instants import Clock, from_text
from twofold.contracts.payloads.base import VERIFICATION_DIGITS
from twofold.leads.model import Challenge
from twofold.leads.verification import VerificationKey
from twofold.messages.model import STALE_VERIFICATION, VERIFICATION, Message, Sms, message_id
from twofold.messages.texts.fill import fill

from .bound_sites import BoundSites
from .write import WriteText

PLAIN = "{code} {brand}"
"""What a campaign without a template of its own says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteVerification:
    key: VerificationKey
    bound: BoundSites
    write: WriteText
    clock: Clock

    def __call__(self, event: Envelope, challenge: Challenge, campaign: Campaign) -> tuple[Message, Sms]:
        """The message, which shows dots for digits, and the SMS, which binds the code to the page it is typed into."""
        digits = self.key.digits(challenge.challenge_id)
        text, shown = (self._text(campaign, challenge, code) for code in (digits, "•" * VERIFICATION_DIGITS))
        message = Message(
            message_id=message_id(event.id, VERIFICATION),
            message_class=VERIFICATION,
            template=VERIFICATION,
            lead_id=challenge.lead_id,
            origin=challenge.origin,
            shown=shown,
            parts=0,
            planned_at=self.clock(),
            expires_at=from_text(event.time) + STALE_VERIFICATION,
        )
        return self.write.priced(message, text, shown, challenge.phone)

    def _text(self, campaign: Campaign, challenge: Challenge, code: str) -> str:
        template = campaign.template(VERIFICATION, challenge.evidence.locale) or PLAIN
        said = fill(template, {"code": code, "brand": campaign.brand})
        return said + self.bound.line(challenge.evidence.page_url, code)
