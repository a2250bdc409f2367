"""Discount codes, as stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, KeysOnlyProjection

from twofold.adapters.dynamodb.attributes import InstantAttribute, JsonAttribute
from twofold.campaigns.offer import Offer
from twofold.codes.model import Hold, Revocation
from twofold.codes.redemption import Redemption

from .item import Item


class CodesByLead(GlobalSecondaryIndex["CodeItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_lead"
        projection = AllProjection()

    lead_id = UnicodeAttribute(hash_key=True)
    issued_at = InstantAttribute(range_key=True)


class CodesByDue(GlobalSecondaryIndex["CodeItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = InstantAttribute(range_key=True)


class CodeItem(Item):
    """`redemption` is the last one, `past` are those before it. Only what time will change is `due`."""

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
    hold = JsonAttribute[Hold](Hold, null=True)
    revocation = JsonAttribute[Revocation](Revocation, null=True)
    referral = UnicodeAttribute(null=True)
    written = UnicodeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)
    by_lead = CodesByLead()
    by_due = CodesByDue()


class IssueItem(Item):
    """Lives among the codes and makes an issue unique: its key is lead, campaign and cause instead of a code."""

    class Meta(Item.Meta):
        pass

    code = UnicodeAttribute(hash_key=True)
    issued_code = UnicodeAttribute()


class SpentItem(Item):
    """Lives among the codes, too: which code with `once_per_lead` a lead has spent of a campaign."""

    class Meta(Item.Meta):
        pass

    code = UnicodeAttribute(hash_key=True)
    spent_code = UnicodeAttribute()
