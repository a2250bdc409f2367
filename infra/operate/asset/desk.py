"""What the commands of `make asset` work with, and how an asset is told."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from infra.commands.screen import CannotGoOn
from twofold.assets.change import ChangeAsset
from twofold.assets.create import CreateAsset
from twofold.assets.links import draw_slug, readable
from twofold.assets.model import Asset
from twofold.assets.nfc.keys import TagKeys
from twofold.assets.ports import AssetRegister
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.instants import Clock
from twofold.visits.ports import VisitCounts


class Output(NamedTuple):
    """What a command answers, as text for people and as data for scripts."""

    text: str
    data: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """`site` is people's address of the deployment, without a trailing slash; `keys` are an asset's, for its tags.

    `shop_origins` are those whose pages the environment `env` lets in at all.
    """

    register: AssetRegister
    campaigns: CampaignBook
    counts: VisitCounts
    keys: Callable[[str], TagKeys]
    site: str
    env: str
    shop_origins: tuple[str, ...]
    clock: Clock

    @property
    def create(self) -> CreateAsset:
        return CreateAsset(
            register=self.register, campaigns=self.campaigns, draw_slug=draw_slug, clock=self.clock
        )

    @property
    def change(self) -> ChangeAsset:
        return ChangeAsset(register=self.register, clock=self.clock)

    def slug(self, asset: Asset) -> str:
        """Raises CannotGoOn for one that was made before assets had links."""
        if asset.slug is None:
            raise CannotGoOn(
                f"{asset.asset_id} has no short link yet; `make seed` with its campaign's file gives it one."
            )
        return asset.slug

    def told(self, asset: Asset) -> dict[str, Any]:
        """The asset's fields that say something, with its link as people type it."""
        link = {"link": readable(self.site, asset.slug)} if asset.slug else {}
        fields = {name: value for name, value in asdict(asset).items() if value not in (None, (), "none")}
        return {**fields, **link}
