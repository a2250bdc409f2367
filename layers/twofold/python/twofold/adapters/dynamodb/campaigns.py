"""Campaigns and assets: read on every request, changed seldom, so kept for ten seconds."""

from twofold.assets.model import Asset
from twofold.campaigns.model import Campaign
from twofold.contracts.errors import NotFound

from .asset_items import from_item, keyword_key
from .cache import Kept
from .items import AssetItem, CampaignItem, KeywordItem
from .reading import read

SECONDS = 10.0


class DynamoCampaignBook:
    def __init__(self) -> None:
        self.campaign = Kept(_campaign, seconds=SECONDS)

    def put(self, campaign: Campaign) -> None:
        CampaignItem(campaign_id=campaign.campaign_id, definition=campaign).save()


class DynamoAssetBook:
    """For those who only look."""

    def __init__(self) -> None:
        self.asset = Kept(_asset, seconds=SECONDS)
        self._keywords = Kept(_asset_of, seconds=SECONDS)

    def asset_of(self, keyword: str) -> str | None:
        return self._keywords(keyword)


def _campaign(campaign_id: str) -> Campaign:
    item = read(CampaignItem, campaign_id, consistent=False)
    if item is None:
        raise NotFound("There is no such campaign.", code="campaign_not_found")
    return item.definition


def _asset_of(keyword: str) -> str | None:
    item = read(KeywordItem, keyword_key(keyword), consistent=False)
    return item.keyword_of if item else None


def _asset(asset_id: str) -> Asset:
    item = read(AssetItem, asset_id, consistent=False) if "#" not in asset_id else None
    if item is None:
        raise NotFound("There is no such asset.", code="asset_not_found")
    return from_item(item)
