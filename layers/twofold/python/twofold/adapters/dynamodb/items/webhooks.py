"""Webhooks, and what each was told, as stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from twofold.adapters.dynamodb.attributes import EndAttribute, InstantAttribute

from .item import Item


class SubscriptionItem(Item):
    """All share one partition: they are few, and whoever needs one event's needs to see them all as they stand."""

    class Meta(Item.Meta):
        pass

    kind = UnicodeAttribute(hash_key=True)
    subscription_id = UnicodeAttribute(range_key=True)
    version = NumberAttribute()


class DeliveriesByDue(GlobalSecondaryIndex["DeliveryItem"]):  # type: ignore[no-untyped-call]
    """Only what still has to arrive has `waiting_for`, so that the index holds nothing else."""

    class Meta:
        index_name = "by_due"
        projection = AllProjection()

    waiting_for = UnicodeAttribute(hash_key=True)
    due_at = InstantAttribute(range_key=True)


class DeliveryItem(Item):
    class Meta(Item.Meta):
        pass

    subscription_id = UnicodeAttribute(hash_key=True)
    event_id = UnicodeAttribute(range_key=True)
    waiting_for = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)
    ttl = EndAttribute(null=True)
    by_due = DeliveriesByDue()
