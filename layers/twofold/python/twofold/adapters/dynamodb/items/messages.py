"""Messages and the links in them, as stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from twofold.adapters.dynamodb.attributes import InstantAttribute, JsonAttribute

from .item import Item


class MessagesByLead(GlobalSecondaryIndex["MessageItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_lead"
        projection = KeysOnlyProjection()

    lead_id = UnicodeAttribute(hash_key=True)
    planned_at = InstantAttribute(range_key=True)


class MessagesForReview(GlobalSecondaryIndex["MessageItem"]):  # type: ignore[no-untyped-call]
    """Only answers that wait for a person have `review`, so that the index holds nothing else."""

    class Meta:
        index_name = "for_review"
        projection = KeysOnlyProjection()

    review = UnicodeAttribute(hash_key=True)
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
    why = UnicodeAttribute(null=True)
    provider = UnicodeAttribute(null=True)
    provider_id = UnicodeAttribute(null=True)
    campaign_id = UnicodeAttribute()
    asset_id = UnicodeAttribute(null=True)
    place = UnicodeAttribute(null=True)
    to = UnicodeAttribute(null=True)
    to_country = UnicodeAttribute(null=True)
    locale = UnicodeAttribute(null=True)
    scope = UnicodeAttribute(null=True)
    audience = UnicodeAttribute(null=True)
    holdout = NumberAttribute(null=True)
    enrolment = UnicodeAttribute(null=True)
    fields = JsonAttribute[dict[str, str]](dict[str, str], null=True)
    expires_at = InstantAttribute(null=True)
    due_at = InstantAttribute(null=True)
    deferrals = NumberAttribute(null=True)
    price = NumberAttribute(null=True)
    charged_at = InstantAttribute(null=True)
    charged = JsonAttribute[tuple[str, ...]](tuple[str, ...], null=True)
    counted_at = InstantAttribute(null=True)
    billed = NumberAttribute(null=True)
    review = UnicodeAttribute(null=True)
    by_lead = MessagesByLead()
    for_review = MessagesForReview()


class LinkItem(Item):
    class Meta(Item.Meta):
        pass

    slug = UnicodeAttribute(hash_key=True)
    target = UnicodeAttribute()
    message_id = UnicodeAttribute()
    lead_id = UnicodeAttribute()
    campaign_id = UnicodeAttribute()
    asset_id = UnicodeAttribute(null=True)
    place = UnicodeAttribute(null=True)
    made_at = InstantAttribute()
    clicks = NumberAttribute(default=0)
    human_at = InstantAttribute(null=True)
    machine_at = InstantAttribute(null=True)
    last_at = InstantAttribute()
    before_at = InstantAttribute(null=True)
    ttl = NumberAttribute()
