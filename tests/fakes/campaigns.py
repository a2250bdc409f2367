"""Campaigns and assets in memory."""

from dataclasses import dataclass

from tests.fakes.memory import Memory
from twofold.assets.model import Asset
from twofold.campaigns.model import Campaign
from twofold.contracts.errors import NotFound


@dataclass(frozen=True, slots=True)
class InMemoryCampaignBook:
    memory: Memory

    def campaign(self, campaign_id: str) -> Campaign:
        with self.memory.lock:
            if campaign_id not in self.memory.campaigns:
                raise NotFound("There is no such campaign.", code="campaign_not_found")
            return self.memory.campaigns[campaign_id]


@dataclass(frozen=True, slots=True)
class InMemoryAssetBook:
    """Knows the keywords of assets too."""

    memory: Memory

    def asset(self, asset_id: str) -> Asset:
        with self.memory.lock:
            if asset_id not in self.memory.assets:
                raise NotFound("There is no such asset.", code="asset_not_found")
            return self.memory.assets[asset_id]

    def asset_of(self, keyword: str) -> str | None:
        with self.memory.lock:
            return self.memory.keywords.get(keyword)
