"""What keeps the system in bounds: limits, API keys, remembered answers, switches and marks."""

from datetime import datetime

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute, UnicodeSetAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from twofold.adapters.dynamodb.attributes import InstantAttribute, ListOf

from .item import Item

DEVICE = "device"
"""The kind of key that a shop's device has: one with a place."""


class KeysByKind(GlobalSecondaryIndex["KeyItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_kind"
        projection = AllProjection()

    kind = UnicodeAttribute(hash_key=True)
    label = UnicodeAttribute(range_key=True)


class LimitItem(Item):
    """A counter, or (for a number's send log) the moments of its sends."""

    class Meta(Item.Meta):
        pass

    limit_key = UnicodeAttribute(hash_key=True)
    taken = NumberAttribute(null=True)
    sent = ListOf[datetime](InstantAttribute(), null=True)
    version = NumberAttribute(null=True)
    ttl = NumberAttribute()


class KeyItem(Item):
    """Only a device's key has a kind, so that the index holds devices alone."""

    class Meta(Item.Meta):
        pass

    key_hash = UnicodeAttribute(hash_key=True)
    label = UnicodeAttribute()
    scopes = ListOf[str](UnicodeAttribute())
    place = UnicodeAttribute(null=True)
    place_name = UnicodeAttribute(null=True)
    system = UnicodeAttribute(null=True)
    kind = UnicodeAttribute(null=True)
    by_kind = KeysByKind()


class AnswerItem(Item):
    class Meta(Item.Meta):
        pass

    idempotency_key = UnicodeAttribute(hash_key=True)
    fingerprint = UnicodeAttribute()
    answer = UnicodeAttribute()
    ttl = NumberAttribute()


class OperationItem(Item):
    """One switch or mark of the running system: the kill switch, the relay's heartbeat, what webhooks want in all."""

    class Meta(Item.Meta):
        pass

    name = UnicodeAttribute(hash_key=True)
    at = InstantAttribute()
    through = UnicodeAttribute(null=True)
    after = UnicodeAttribute(null=True)
    paused = BooleanAttribute(null=True)
    patterns = ListOf[str](UnicodeAttribute(), null=True)
    revision = NumberAttribute(null=True)
    open_ids = UnicodeSetAttribute(null=True)
