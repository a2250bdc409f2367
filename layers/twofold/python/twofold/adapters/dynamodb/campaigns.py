"""Campaigns and assets: read on every request, changed seldom, so kept for ten seconds."""

from twofold.assets.model import Asset
from twofold.campaigns.model import Campaign
from twofold.contracts.errors import NotFound

from .cache import Kept
from .items import AssetItem, CampaignItem
from .reading import read

SECONDS = 10.0


class DynamoCampaignBook:
    def __init__(self) -> None:
        self.campaign = Kept(_campaign, seconds=SECONDS)

    def put(self, campaign: Campaign) -> None:
        CampaignItem(campaign_id=campaign.campaign_id, definition=campaign).save()


class DynamoAssetBook:
    def __init__(self) -> None:
        self.asset = Kept(_asset, seconds=SECONDS)

    def put(self, asset: Asset) -> None:
        AssetItem(
            asset_id=asset.asset_id,
            campaign_id=asset.campaign_id,
            kind=asset.kind,
            name=asset.name,
            place=asset.place,
            origins=list(asset.origins),
            countries=list(asset.countries),
        ).save()


def _campaign(campaign_id: str) -> Campaign:
    item = read(CampaignItem, campaign_id, consistent=False)
    if item is None:
        raise NotFound("There is no such campaign.", code="campaign_not_found")
    return item.definition


def _asset(asset_id: str) -> Asset:
    item = read(AssetItem, asset_id, consistent=False)
    if item is None:
        raise NotFound("There is no such asset.", code="asset_not_found")
    return Asset(
        asset_id=item.asset_id,
        campaign_id=item.campaign_id,
        kind=item.kind,
        name=item.name,
        place=item.place,
        origins=tuple(item.origins),
        countries=tuple(item.countries),
    )
