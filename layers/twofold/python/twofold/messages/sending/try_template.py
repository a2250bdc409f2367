"""A template as a phone shows it, sent to oneself before anybody else gets it."""

from dataclasses import dataclass

from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.instants import Clock
from twofold.leads.phone import LeadIdentity
from twofold.leads.read_phone import read_phone
from twofold.ledger.record import Origin
from twofold.messages.model import STAFF, Message, message_id
from twofold.messages.texts.defaults import default_template

from .plan import PlanMessage

SAMPLE = {"code": "SAMPLE-CODE", "first_name": "Alex", "consent": "…"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TryTemplate:
    campaigns: CampaignBook
    identify: LeadIdentity
    plan: PlanMessage
    clock: Clock

    def __call__(self, campaign_id: str, template: str, to: str, locale: str | None = None) -> str:
        """Plan the text, with sample values, to a number of one's own; answer the message's id.

        Raises NotFound, InvalidRequest (number, or no such template).
        """
        campaign, at = self.campaigns.campaign(campaign_id), self.clock()
        wished = locale or campaign.locale
        if not (campaign.template(template, wished) or default_template(template, wished)):
            known = sorted({name for texts in campaign.templates.values() for name in texts})
            detail = f"The campaign has no template {template}. It has: {', '.join(known)}."
            raise InvalidRequest(detail, field="template")
        phone = read_phone(to, served=campaign.countries, country=None)
        message = Message(
            message_id=message_id(f"{phone.e164}|{at.isoformat()}", template),
            message_class=STAFF,
            template=template,
            lead_id=self.identify(phone.e164),
            origin=Origin(campaign_id=campaign_id),
            shown="",
            parts=0,
            planned_at=at,
            to=phone,
            locale=wished,
            fields=dict(SAMPLE),
        )
        self.plan(message)
        return message.message_id
