"""Campaigns, their assets and the links that lead to these, as stored."""

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from twofold.adapters.dynamodb.attributes import JsonAttribute, ListOf
from twofold.campaigns.model import Campaign

from .item import Item


class CampaignItem(Item):
    class Meta(Item.Meta):
        pass

    campaign_id = UnicodeAttribute(hash_key=True)
    definition = JsonAttribute[Campaign](Campaign)


class AssetsByCampaign(GlobalSecondaryIndex["AssetItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_campaign"
        projection = AllProjection()

    campaign_id = UnicodeAttribute(hash_key=True)
    asset_id = UnicodeAttribute(range_key=True)


class AssetItem(Item):
    class Meta(Item.Meta):
        pass

    asset_id = UnicodeAttribute(hash_key=True)
    campaign_id = UnicodeAttribute()
    kind = UnicodeAttribute()
    name = UnicodeAttribute()
    place = UnicodeAttribute(null=True)
    channel = UnicodeAttribute(null=True)
    form = UnicodeAttribute(null=True)
    origins = ListOf[str](UnicodeAttribute(), default=list)
    countries = ListOf[str](UnicodeAttribute(), default=list)
    keyword = UnicodeAttribute(null=True)
    slug = UnicodeAttribute(null=True)
    target_url = UnicodeAttribute(null=True)
    paused = BooleanAttribute(default=False)
    proof = UnicodeAttribute(default="none")
    version = NumberAttribute(default=0)
    by_campaign = AssetsByCampaign()


class AssetLinkItem(Item):
    """Lives among the links, without an end: what is printed must go on working."""

    class Meta(Item.Meta):
        pass

    slug = UnicodeAttribute(hash_key=True)
    leads_to = UnicodeAttribute()
    referrer = UnicodeAttribute(null=True)


class KeywordItem(Item):
    """Lives among the assets and makes a keyword unique: its key is the keyword, its asset is whose it is."""

    class Meta(Item.Meta):
        pass

    asset_id = UnicodeAttribute(hash_key=True)
    keyword_of = UnicodeAttribute()
