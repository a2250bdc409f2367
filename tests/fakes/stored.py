"""Puts an asset straight into the tables that this process's items are connected to."""

from twofold.adapters.dynamodb.asset_items import keyword_key, to_item
from twofold.adapters.dynamodb.items import AssetLinkItem, KeywordItem
from twofold.assets.model import Asset


def put_asset(asset: Asset) -> None:
    """With its link and its keyword, whatever was there before."""
    to_item(asset).save()
    if asset.slug:
        AssetLinkItem(slug=asset.slug, leads_to=asset.asset_id).save()
    if asset.keyword:
        KeywordItem(asset_id=keyword_key(asset.keyword), keyword_of=asset.asset_id).save()
