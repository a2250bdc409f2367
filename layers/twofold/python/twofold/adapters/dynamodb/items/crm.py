"""Who a CRM's ids stand for, as stored beside the webhooks that tell it."""

from pynamodb.attributes import UnicodeAttribute

from twofold.adapters.dynamodb.attributes import InstantAttribute

from .item import Item


class AcquaintanceItem(Item):
    """`kind` is the system. `id#THEIRS` has the `lead_id`; what is to go with a lead begins with `lead#LEAD#`."""

    class Meta(Item.Meta):
        pass

    kind = UnicodeAttribute(hash_key=True)
    subscription_id = UnicodeAttribute(range_key=True)
    lead_id = UnicodeAttribute(null=True)
    at = InstantAttribute(null=True)
