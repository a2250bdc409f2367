"""What signs have proved, as stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from twofold.adapters.dynamodb.attributes import InstantAttribute

from .item import Item


class TagItem(Item):
    """An authenticated sign: the counter of its last genuine tap."""

    class Meta(Item.Meta):
        pass

    tag_id = UnicodeAttribute(hash_key=True)
    counter = NumberAttribute()
    tapped_at = InstantAttribute()


class TapItem(Item):
    """Lives among the signs: a genuine tap, by the id of its visit, and the lead that it made."""

    class Meta(Item.Meta):
        pass

    tag_id = UnicodeAttribute(hash_key=True)
    asset_id = UnicodeAttribute()
    tapped_at = InstantAttribute()
    lead_id = UnicodeAttribute(null=True)
    ttl = NumberAttribute()
