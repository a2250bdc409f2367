"""Assets, kept: each with its link, its keyword and the event of its change in one transaction."""

from collections.abc import Sequence

from twofold.assets.links import AssetLink
from twofold.assets.model import Asset
from twofold.assets.ports import AssetMoved, SlugTaken
from twofold.contracts.errors import Conflict, NotFound
from twofold.contracts.events import Envelope

from . import ledger
from .asset_items import from_item, keyword_key, to_item
from .cache import Kept
from .connection import SharedConnection
from .items import AssetItem, AssetLinkItem, KeywordItem
from .reading import can_be_key, reaching_database, read
from .transaction import Cancelled, Transaction

SECONDS = 60.0
"""How long a link is remembered: where it leads never changes, so only memory bounds it."""


class DynamoAssetLinks:
    def __init__(self) -> None:
        self.find = Kept(_link, seconds=SECONDS)


class DynamoAssetRegister:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def current(self, asset_id: str) -> Asset:
        item = read(AssetItem, asset_id) if can_be_key(asset_id) and "#" not in asset_id else None
        if item is None:
            raise NotFound("There is no such asset.", code="asset_not_found")
        return from_item(item)

    def of_campaign(self, campaign_id: str) -> Sequence[Asset]:
        with reaching_database():
            return [from_item(item) for item in AssetItem.by_campaign.query(campaign_id)]

    def add(self, asset: Asset, event: Envelope) -> None:
        transaction = Transaction(self._connection)
        transaction.put("asset", to_item(asset), AssetItem.asset_id.does_not_exist())
        self._commit(transaction, None, asset, event)

    def change(self, asset: Asset, event: Envelope) -> None:
        former = self.current(asset.asset_id)
        transaction = Transaction(self._connection)
        before = asset.version - 1
        as_read = AssetItem.version == before
        if not before:
            as_read = as_read | AssetItem.version.does_not_exist()
        transaction.put("asset", to_item(asset), as_read)
        self._commit(transaction, former, asset, event)

    def _commit(self, transaction: Transaction, former: Asset | None, asset: Asset, event: Envelope) -> None:
        if asset.slug and (former is None or former.slug is None):
            link = AssetLinkItem(slug=asset.slug, leads_to=asset.asset_id)
            transaction.put("link", link, AssetLinkItem.slug.does_not_exist())
        _put_keyword(transaction, former, asset)
        ledger.append(transaction, event)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            _judge(cancelled, asset, new=former is None)


def _put_keyword(transaction: Transaction, former: Asset | None, asset: Asset) -> None:
    had = former.keyword if former else None
    if asset.keyword and asset.keyword != had:
        item = KeywordItem(asset_id=keyword_key(asset.keyword), keyword_of=asset.asset_id)
        transaction.put("keyword", item, KeywordItem.asset_id.does_not_exist())
    if had and had != asset.keyword:
        ours = KeywordItem.keyword_of == asset.asset_id
        transaction.delete("former", KeywordItem(asset_id=keyword_key(had)), ours)


def _judge(cancelled: Cancelled, asset: Asset, *, new: bool) -> None:
    # Whose command lost its answer and is given again has the keyword itself: the id tells them so.
    if "asset" in cancelled.stored and new:
        raise Conflict("Another asset has this id.", code="asset_taken", field="asset_id") from cancelled
    if "keyword" in cancelled.stored:
        raise Conflict(
            f"Another asset has the keyword {asset.keyword}.", code="keyword_taken", field="keyword"
        ) from cancelled
    if "link" in cancelled.stored:
        raise SlugTaken from cancelled
    raise AssetMoved from cancelled


def _link(slug: str) -> AssetLink:
    item = read(AssetLinkItem, slug, consistent=False)
    if item is None or item.leads_to is None:
        raise NotFound("There is nothing at this address.", code="link_not_found")
    return AssetLink(slug=slug, asset_id=item.leads_to, referrer=item.referrer)
