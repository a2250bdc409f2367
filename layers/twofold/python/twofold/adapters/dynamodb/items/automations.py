"""Automations, and the ways of leads through them, as stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from twofold.adapters.dynamodb.attributes import EndAttribute, InstantAttribute, JsonAttribute

from .item import Item


class AutomationItem(Item):
    """One version, whole. The newest is kept by its campaign and id as well, so that one query finds all of them."""

    class Meta(Item.Meta):
        pass

    automation_key = UnicodeAttribute(hash_key=True)
    version = UnicodeAttribute(range_key=True)
    number = NumberAttribute()
    definition = UnicodeAttribute()


class DailyItem(Item):
    """Lives among the automations: one that looks for leads every day, whole, with how far that has come."""

    class Meta(Item.Meta):
        pass

    automation_key = UnicodeAttribute(hash_key=True)
    version = UnicodeAttribute(range_key=True)
    definition = UnicodeAttribute()
    day = UnicodeAttribute(null=True)
    after = UnicodeAttribute(null=True)


class EnrolmentsByDue(GlobalSecondaryIndex["EnrolmentItem"]):  # type: ignore[no-untyped-call]
    """Only what runs is due, so that the index holds nothing else."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = InstantAttribute(range_key=True)


class EnrolmentItem(Item):
    """Its key tells campaign, automation and cause; what is as it is for most is left out."""

    class Meta(Item.Meta):
        pass

    lead_id = UnicodeAttribute(hash_key=True)
    enrolment_key = UnicodeAttribute(range_key=True)
    version = NumberAttribute()
    run = NumberAttribute()
    revision = NumberAttribute()
    state = UnicodeAttribute()
    entered_at = InstantAttribute()
    entered_by = UnicodeAttribute()
    since = InstantAttribute(null=True)
    asset_id = UnicodeAttribute(null=True)
    place = UnicodeAttribute(null=True)
    step = UnicodeAttribute(null=True)
    done = JsonAttribute[tuple[str, ...]](tuple[str, ...], null=True)
    code = UnicodeAttribute(null=True)
    gave = UnicodeAttribute(null=True)
    cart_id = UnicodeAttribute(null=True)
    exit = UnicodeAttribute(null=True)
    ended_at = InstantAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)
    ttl = EndAttribute(null=True)
    by_due = EnrolmentsByDue()
