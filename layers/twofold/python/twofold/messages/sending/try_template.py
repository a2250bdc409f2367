"""A template as a phone shows it, sent to oneself before anybody else gets it."""

from dataclasses import dataclass

from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.instants import Clock
from twofold.leads.phone import LeadIdentity
from twofold.leads.read_phone import read_phone
from twofold.ledger.record import Origin
from twofold.messages.model import STAFF, VERIFICATION, Message, message_id
from twofold.messages.texts.defaults import default_template
from twofold.messages.texts.fields import OF_ITS_RECIPIENT
from twofold.messages.texts.fill import missing
from twofold.messages.texts.samples import typical

from .plan import PlanMessage

SAMPLE_CODE = "SAMPLE-CODE"

NOBODY_S = "https://your-shop.example"
"""A site that there will never be (RFC 2606): a link for friends is somebody's, and this text is nobody's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TryTemplate:
    campaigns: CampaignBook
    identify: LeadIdentity
    plan: PlanMessage
    clock: Clock

    def __call__(self, campaign_id: str, template: str, to: str, locale: str | None = None) -> str:
        """Plan the text, with sample values, to a number of one's own; answer the message's id.

        Raises NotFound, InvalidRequest (number, no such template, a field that the campaign has nothing for).
        """
        campaign, at = self.campaigns.campaign(campaign_id), self.clock()
        wished = locale or campaign.locale
        fields = _sample(campaign, template, wished)
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
            fields=fields,
        )
        self.plan(message)
        return message.message_id


def _sample(campaign: Campaign, template: str, locale: str) -> dict[str, str]:
    """What the text says of a recipient who is nobody; all else is filled in as for anybody."""
    text = campaign.template(template, locale) or default_template(template, locale)
    if not text:
        known = sorted({name for texts in campaign.templates.values() for name in texts})
        detail = f"The campaign has no template {template}. It has: {', '.join(known)}."
        raise InvalidRequest(detail, field="template")
    shown = typical(campaign, template, locale, NOBODY_S)
    for name in missing(text, shown):
        raise InvalidRequest(f"There is nothing to put in for {{{name}}}.", code="field_missing", field=name)
    said = {name: shown[name] for name in sorted(OF_ITS_RECIPIENT & shown.keys())}
    return {**said, "code": SAMPLE_CODE} if "code" in said and template != VERIFICATION else said
