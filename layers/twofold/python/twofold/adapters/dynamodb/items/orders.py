"""Orders and carts, as stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from twofold.adapters.dynamodb.attributes import EndAttribute, InstantAttribute, JsonAttribute
from twofold.orders.refunds import KeptRefund

from .item import Item


class OrdersByLead(GlobalSecondaryIndex["OrderItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_lead"
        projection = KeysOnlyProjection()

    lead_id = UnicodeAttribute(hash_key=True)
    placed_at = InstantAttribute(range_key=True)


class OrderItem(Item):
    """Refunds that wait for their order have neither `placed_at` nor what else an order tells."""

    class Meta(Item.Meta):
        pass

    order_id = UnicodeAttribute(hash_key=True)
    source = UnicodeAttribute()
    version = NumberAttribute()
    placed_at = InstantAttribute(null=True)
    amount = NumberAttribute(null=True)
    currency = UnicodeAttribute(null=True)
    cart_id = UnicodeAttribute(null=True)
    lead_id = UnicodeAttribute(null=True)
    matched_by = UnicodeAttribute(null=True)
    campaign_id = UnicodeAttribute(null=True)
    asset_id = UnicodeAttribute(null=True)
    place = UnicodeAttribute(null=True)
    code = UnicodeAttribute(null=True)
    redemption_id = UnicodeAttribute(null=True)
    basket = NumberAttribute(null=True)
    code_reason = UnicodeAttribute(null=True)
    refunds = JsonAttribute[tuple[KeptRefund, ...]](tuple[KeptRefund, ...], null=True)
    settled = NumberAttribute(null=True)
    ttl = EndAttribute()
    by_lead = OrdersByLead()


class CartsByLead(GlobalSecondaryIndex["CartItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_lead"
        projection = KeysOnlyProjection()

    lead_id = UnicodeAttribute(hash_key=True)
    updated_at = InstantAttribute(range_key=True)


class CartItem(Item):
    """A cart that was only ever told of by its order has no more than its state."""

    class Meta(Item.Meta):
        pass

    cart_id = UnicodeAttribute(hash_key=True)
    source = UnicodeAttribute()
    version = NumberAttribute()
    state = UnicodeAttribute()
    updated_at = InstantAttribute()
    amount = NumberAttribute(null=True)
    currency = UnicodeAttribute(null=True)
    lines = NumberAttribute(null=True)
    lead_id = UnicodeAttribute(null=True)
    code = UnicodeAttribute(null=True)
    url = UnicodeAttribute(null=True)
    ttl = EndAttribute()
    by_lead = CartsByLead()
