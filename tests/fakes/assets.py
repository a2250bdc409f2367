"""Assets, kept in memory, with their links and keywords."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.fakes.memory import Memory
from twofold.assets.links import AssetLink
from twofold.assets.model import Asset
from twofold.assets.ports import AssetMoved, SlugTaken
from twofold.contracts.errors import Conflict, NotFound
from twofold.contracts.events import Envelope


@dataclass(frozen=True, slots=True)
class InMemoryAssetLinks:
    memory: Memory

    def find(self, slug: str) -> AssetLink:
        with self.memory.lock:
            if slug not in self.memory.asset_links:
                raise NotFound("There is nothing at this address.", code="link_not_found")
            return self.memory.asset_links[slug]


@dataclass(frozen=True, slots=True)
class InMemoryAssetRegister:
    memory: Memory

    def current(self, asset_id: str) -> Asset:
        with self.memory.lock:
            if asset_id not in self.memory.assets:
                raise NotFound("There is no such asset.", code="asset_not_found")
            return self.memory.assets[asset_id]

    def of_campaign(self, campaign_id: str) -> Sequence[Asset]:
        with self.memory.lock:
            found = [a for a in self.memory.assets.values() if a.campaign_id == campaign_id]
            return sorted(found, key=lambda asset: asset.asset_id)

    def add(self, asset: Asset, event: Envelope) -> None:
        with self.memory.lock:
            if asset.asset_id in self.memory.assets:
                raise Conflict("Another asset has this id.", code="asset_taken", field="asset_id")
            self._store(None, asset, event)

    def change(self, asset: Asset, event: Envelope) -> None:
        with self.memory.lock:
            former = self.current(asset.asset_id)
            if former.version != asset.version - 1:
                raise AssetMoved
            self._store(former, asset, event)

    def _store(self, former: Asset | None, asset: Asset, event: Envelope) -> None:
        memory, word = self.memory, asset.keyword
        if word and memory.keywords.get(word, asset.asset_id) != asset.asset_id:
            raise Conflict(f"Another asset has the keyword {word}.", code="keyword_taken", field="keyword")
        if asset.slug and (former is None or former.slug is None):
            if asset.slug in memory.asset_links:
                raise SlugTaken
            memory.asset_links[asset.slug] = AssetLink(slug=asset.slug, asset_id=asset.asset_id)
        if former and former.keyword:
            memory.keywords.pop(former.keyword, None)
        if word:
            memory.keywords[word] = asset.asset_id
        memory.assets[asset.asset_id] = asset
        memory.append(event)
