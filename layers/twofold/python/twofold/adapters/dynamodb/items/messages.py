"""Messages, as stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from twofold.adapters.dynamodb.attributes import InstantAttribute

from .item import Item


class MessagesByLead(GlobalSecondaryIndex["MessageItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_lead"
        projection = AllProjection()

    lead_id = UnicodeAttribute(hash_key=True)
    planned_at = InstantAttribute(range_key=True)


class MessageItem(Item):
    class Meta(Item.Meta):
        pass

    message_id = UnicodeAttribute(hash_key=True)
    lead_id = UnicodeAttribute()
    planned_at = InstantAttribute()
    message_class = UnicodeAttribute()
    template = UnicodeAttribute()
    shown = UnicodeAttribute()
    parts = NumberAttribute()
    state = UnicodeAttribute()
    claim_id = UnicodeAttribute(null=True)
    rule = UnicodeAttribute(null=True)
    provider = UnicodeAttribute(null=True)
    provider_id = UnicodeAttribute(null=True)
    campaign_id = UnicodeAttribute()
    asset_id = UnicodeAttribute(null=True)
    place = UnicodeAttribute(null=True)
    by_lead = MessagesByLead()
