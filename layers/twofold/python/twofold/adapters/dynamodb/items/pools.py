"""Pools of coupons, as stored."""

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from twofold.adapters.dynamodb.attributes import InstantAttribute

from .item import Item


class PoolItem(Item):
    """A coupon that nobody has yet; its key is a `Spot`."""

    class Meta(Item.Meta):
        pass

    pool_shard = UnicodeAttribute(hash_key=True)
    code = UnicodeAttribute(range_key=True)
    coupon = UnicodeAttribute()
    campaign_id = UnicodeAttribute()
    written = UnicodeAttribute(null=True)
    expires_at = InstantAttribute(null=True)
    import_id = UnicodeAttribute(null=True)


class RegisterItem(Item):
    """Lives among the coupons: what was told of one campaign's pool. `code` is the campaign's id."""

    class Meta(Item.Meta):
        pass

    pool_shard = UnicodeAttribute(hash_key=True)
    code = UnicodeAttribute(range_key=True)
    fills = NumberAttribute(null=True)
    told = NumberAttribute(null=True)
    low = BooleanAttribute(null=True)
    dry = BooleanAttribute(null=True)


class PromiseItem(Item):
    """Lives among the coupons: a lead who is to get one. `code` is the lead's id."""

    class Meta(Item.Meta):
        pass

    pool_shard = UnicodeAttribute(hash_key=True)
    code = UnicodeAttribute(range_key=True)
    campaign_id = UnicodeAttribute()
    asset_id = UnicodeAttribute(null=True)
    place = UnicodeAttribute(null=True)
    challenge_id = UnicodeAttribute()
    locale = UnicodeAttribute()
    promised_at = InstantAttribute()
    charged = UnicodeAttribute(null=True)
    referral = UnicodeAttribute(null=True)
