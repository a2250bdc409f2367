"""Plans the text that tells a lead what a friend of theirs has earned them."""

from dataclasses import dataclass

from twofold.contracts.events import Envelope, ReferralCompleted
from twofold.contracts.instants import Clock, from_text
from twofold.ledger.record import Origin
from twofold.messages.model import MARKETING, REFERRAL, STALE_EVENT, Message, message_id

from .plan import PlanMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReferral:
    plan: PlanMessage
    clock: Clock

    def __call__(self, event: Envelope, data: ReferralCompleted) -> str:
        """Answer planned, seen or too_old. It is marketing: nobody asked for it, so all of its rules hold for it."""
        at = self.clock()
        if at - from_text(event.time) > STALE_EVENT:
            return "too_old"
        message = Message(
            message_id=message_id(event.id, REFERRAL),
            message_class=MARKETING,
            template=REFERRAL,
            lead_id=event.subject,
            origin=Origin(campaign_id=event.campaign_id or "", asset_id=event.asset_id, place=event.place),
            shown="",
            parts=0,
            planned_at=at,
            fields={"code": data.code},
            expires_at=from_text(data.expires_at) if data.expires_at else None,
        )
        return "planned" if self.plan(message) else "seen"
