"""Events, as stored."""

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from twofold.contracts.tables import BY_DAY

from .item import Item


class LedgerByDay(GlobalSecondaryIndex["LedgerItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = BY_DAY.name
        projection = AllProjection()

    day_shard = UnicodeAttribute(hash_key=True)
    event_id = UnicodeAttribute(range_key=True)


class LedgerItem(Item):
    class Meta(Item.Meta):
        pass

    subject_id = UnicodeAttribute(hash_key=True)
    event_id = UnicodeAttribute(range_key=True)
    day_shard = UnicodeAttribute()
    type = UnicodeAttribute()
    event = UnicodeAttribute()
    by_day = LedgerByDay()
