"""Webhooks, how they do, and what each was told, as stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from twofold.adapters.dynamodb.attributes import EndAttribute, InstantAttribute, JsonAttribute
from twofold.webhooks.deliveries.delivery import Try
from twofold.webhooks.sending.health import Health
from twofold.webhooks.subscriptions.model import Subscription

from .item import Item

WEBHOOK, HEALTH = "webhook", "health"
"""Kinds of rows: what people made, and how it does."""


class SubscriptionItem(Item):
    """All share one partition: they are few, and whoever needs one event's needs to see them all as they stand."""

    class Meta(Item.Meta):
        pass

    kind = UnicodeAttribute(hash_key=True, default=WEBHOOK)
    subscription_id = UnicodeAttribute(range_key=True)
    version = NumberAttribute()
    subscription = JsonAttribute[Subscription](Subscription)


class HealthItem(Item):
    """Apart from the webhook, so that what happens to it does not change its version.

    `courier` is drawn by whoever took the lease; `knocks` counts who came with work while somebody was there,
    `refreshes` how often people have put the webhook right.
    """

    class Meta(Item.Meta):
        pass

    kind = UnicodeAttribute(hash_key=True, default=HEALTH)
    subscription_id = UnicodeAttribute(range_key=True)
    leased_until = InstantAttribute(null=True)
    courier = UnicodeAttribute(null=True)
    resting_until = InstantAttribute(null=True)
    knocks = NumberAttribute(null=True)
    refreshes = NumberAttribute(null=True)
    health = JsonAttribute[Health](Health, null=True)


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
    revision = NumberAttribute()
    state = UnicodeAttribute()
    type = UnicodeAttribute()
    event = UnicodeAttribute()
    asked_at = InstantAttribute()
    attempts = NumberAttribute()
    replays = NumberAttribute()
    tries = JsonAttribute[tuple[Try, ...]](tuple[Try, ...])
    waiting_for = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)
    ttl = EndAttribute()
    by_due = DeliveriesByDue()
