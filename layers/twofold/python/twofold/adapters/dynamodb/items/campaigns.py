"""Campaigns and their assets, as stored."""

from pynamodb.attributes import UnicodeAttribute

from twofold.adapters.dynamodb.attributes import JsonAttribute, ListOf
from twofold.campaigns.model import Campaign

from .item import Item


class CampaignItem(Item):
    class Meta(Item.Meta):
        pass

    campaign_id = UnicodeAttribute(hash_key=True)
    definition = JsonAttribute[Campaign](Campaign)


class AssetItem(Item):
    class Meta(Item.Meta):
        pass

    asset_id = UnicodeAttribute(hash_key=True)
    campaign_id = UnicodeAttribute()
    kind = UnicodeAttribute()
    name = UnicodeAttribute()
    place = UnicodeAttribute(null=True)
    origins = ListOf[str](UnicodeAttribute(), default=list)
    countries = ListOf[str](UnicodeAttribute(), default=list)
    keyword = UnicodeAttribute(null=True)


class KeywordItem(Item):
    """Lives among the assets and makes a keyword unique: its key is the keyword, its asset is whose it is."""

    class Meta(Item.Meta):
        pass

    asset_id = UnicodeAttribute(hash_key=True)
    keyword_of = UnicodeAttribute()
