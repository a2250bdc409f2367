"""Who a lead is, as webhooks tell it."""

from twofold.webhooks.rendering.contact import Contact

from .items import LeadItem
from .lead_items import from_item
from .reading import read


class DynamoContacts:
    def contact(self, lead_id: str) -> Contact | None:
        item = read(LeadItem, lead_id)
        lead = from_item(item) if item else None
        if lead is None or lead.phone is None or lead.status == "erased":
            return None
        return Contact(
            lead_id=lead.lead_id,
            phone=lead.phone.e164,
            status=lead.status,
            stage=lead.stage,
            consents=lead.scopes,
            locale=lead.locale,
            attributes=lead.attributes,
            tags=lead.tags,
            version=lead.version,
        )
