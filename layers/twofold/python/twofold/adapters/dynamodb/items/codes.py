"""Discount codes, as stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from twofold.adapters.dynamodb.attributes import InstantAttribute, JsonAttribute
from twofold.campaigns.offer import Offer
from twofold.codes.model import Redemption

from .item import Item


class CodesByLead(GlobalSecondaryIndex["CodeItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_lead"
        projection = AllProjection()

    lead_id = UnicodeAttribute(hash_key=True)
    issued_at = InstantAttribute(range_key=True)


class CodeItem(Item):
    class Meta(Item.Meta):
        pass

    code = UnicodeAttribute(hash_key=True)
    lead_id = UnicodeAttribute()
    issued_at = InstantAttribute()
    state = UnicodeAttribute()
    version = NumberAttribute()
    campaign_id = UnicodeAttribute()
    asset_id = UnicodeAttribute(null=True)
    place = UnicodeAttribute(null=True)
    brand = UnicodeAttribute()
    offer = JsonAttribute[Offer](Offer)
    expires_at = InstantAttribute(null=True)
    redemption = JsonAttribute[Redemption](Redemption, null=True)
    past = JsonAttribute[tuple[Redemption, ...]](tuple[Redemption, ...], null=True)
    referral = UnicodeAttribute(null=True)
    by_lead = CodesByLead()


class IssueItem(Item):
    """Lives among the codes and makes an issue unique: its key is lead, campaign and cause instead of a code."""

    class Meta(Item.Meta):
        pass

    code = UnicodeAttribute(hash_key=True)
    issued_code = UnicodeAttribute()
