"""What is counted, as stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from .item import Item


class MetricItem(Item):
    """One counter: whose it is, and what of (a day first, so that days can be asked for)."""

    class Meta(Item.Meta):
        pass

    scope = UnicodeAttribute(hash_key=True)
    bucket = UnicodeAttribute(range_key=True)
    number = NumberAttribute()
