"""Campaigns and assets: read on every request, changed seldom, so kept for ten seconds."""

from contextlib import suppress

from pynamodb.exceptions import DeleteError, PutError

from twofold.assets.model import Asset
from twofold.campaigns.model import Campaign
from twofold.contracts.errors import Conflict, NotFound

from .cache import Kept
from .items import AssetItem, CampaignItem, KeywordItem
from .reading import read, unmet

SECONDS = 10.0


class DynamoCampaignBook:
    def __init__(self) -> None:
        self.campaign = Kept(_campaign, seconds=SECONDS)

    def put(self, campaign: Campaign) -> None:
        CampaignItem(campaign_id=campaign.campaign_id, definition=campaign).save()


class DynamoAssetBook:
    def __init__(self) -> None:
        self.asset = Kept(_asset, seconds=SECONDS)
        self._keywords = Kept(_asset_of, seconds=SECONDS)

    def put(self, asset: Asset) -> None:
        """Raises Conflict, and stores nothing, when another asset has its keyword. A former keyword is free again."""
        former = read(AssetItem, asset.asset_id)
        if asset.keyword:
            _claim(asset.keyword, asset.asset_id)
        AssetItem(
            asset_id=asset.asset_id,
            campaign_id=asset.campaign_id,
            kind=asset.kind,
            name=asset.name,
            place=asset.place,
            origins=list(asset.origins),
            countries=list(asset.countries),
            keyword=asset.keyword,
        ).save()
        if former and former.keyword and former.keyword != asset.keyword:
            _free(former.keyword, asset.asset_id)

    def asset_of(self, keyword: str) -> str | None:
        return self._keywords(keyword)


def _campaign(campaign_id: str) -> Campaign:
    item = read(CampaignItem, campaign_id, consistent=False)
    if item is None:
        raise NotFound("There is no such campaign.", code="campaign_not_found")
    return item.definition


def _keyword_key(keyword: str) -> str:
    return f"keyword#{keyword}"


def _claim(keyword: str, asset_id: str) -> None:
    free = KeywordItem.asset_id.does_not_exist() | (KeywordItem.keyword_of == asset_id)
    try:
        KeywordItem(asset_id=_keyword_key(keyword), keyword_of=asset_id).save(condition=free)
    except PutError as error:
        if not unmet(error):
            raise
        raise Conflict(f"Another asset has the keyword {keyword}.", code="keyword_taken") from error


def _free(keyword: str, asset_id: str) -> None:
    with suppress(DeleteError):
        KeywordItem(asset_id=_keyword_key(keyword)).delete(condition=KeywordItem.keyword_of == asset_id)


def _asset_of(keyword: str) -> str | None:
    item = read(KeywordItem, _keyword_key(keyword), consistent=False)
    return item.keyword_of if item else None


def _asset(asset_id: str) -> Asset:
    item = read(AssetItem, asset_id, consistent=False) if "#" not in asset_id else None
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
        keyword=item.keyword,
    )
