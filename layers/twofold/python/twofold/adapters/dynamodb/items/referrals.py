"""Who brought whom, and how much that earned, as stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from twofold.adapters.dynamodb.attributes import InstantAttribute

from .item import Item


class FriendItem(Item):
    """Its key is the friend and the campaign, so nobody is brought twice."""

    class Meta(Item.Meta):
        pass

    referral_id = UnicodeAttribute(hash_key=True)
    state = UnicodeAttribute()
    referral = UnicodeAttribute()
    campaign_id = UnicodeAttribute()
    asset_id = UnicodeAttribute(null=True)
    place = UnicodeAttribute(null=True)
    referrer = UnicodeAttribute(null=True)
    reason = UnicodeAttribute(null=True)
    code = UnicodeAttribute(null=True)
    decided_at = InstantAttribute()


class EarnedItem(Item):
    """Lives among the friends: how many codes a lead has earned in a campaign."""

    class Meta(Item.Meta):
        pass

    referral_id = UnicodeAttribute(hash_key=True)
    earned = NumberAttribute()
