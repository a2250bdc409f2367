"""What every step of a landing page stands in: the asset, in one language, and whether anybody can sign up now."""

from dataclasses import dataclass

from twofold.assets.ports import AssetBook
from twofold.assets.show import settings_of
from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import Gone
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.assets import AssetSettings
from twofold.contracts.routes.pages import LANDING

from ..pages import NOTHING, Markup, Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """`closed` is why nobody can sign up here now."""

    asset: AssetSettings
    campaign: Campaign
    site: str
    closed: Gone | None

    @property
    def say(self) -> dict[str, str]:
        return self.asset.texts

    @property
    def path(self) -> str:
        return LANDING.at("", asset_id=self.asset.asset_id)

    @property
    def url(self) -> str:
        """The page's own address, without whatever brought the visitor."""
        return f"{self.site}{self.path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenes:
    """`site` is our address, without a trailing slash."""

    assets: AssetBook
    campaigns: CampaignBook
    site: str
    clock: Clock

    def __call__(self, asset_id: str, locale: str | None) -> Scene:
        """In the locale that comes nearest to the one wished for. Raises NotFound."""
        asset = self.assets.asset(asset_id)
        campaign = self.campaigns.campaign(asset.campaign_id)
        return Scene(
            asset=settings_of(asset, campaign, campaign.best_locale(locale)),
            campaign=campaign,
            site=self.site,
            closed=asset.closed(campaign, self.clock()),
        )


def framed(pages: Pages, scene: Scene, *, step: str, heading: str, stage: Markup, about: Markup) -> Markup:
    """The whole page around one step. `about` is what machines are told of it."""
    asset = scene.asset
    colours = pages.fill("landing_colours.html", {"asset_id": asset.asset_id}) if asset.theme else NOTHING
    fields = {
        "locale": asset.locale,
        "direction": asset.direction,
        "scheme": asset.theme.get("scheme", "light dark"),
        "heading": heading,
        "brand": asset.brand,
        "asset_id": asset.asset_id,
        "fault_network": scene.say["fault_network"],
    }
    return pages.fill(
        "landing.html", fields | {"step": step, "about": about, "colours": colours, "stage": stage}
    )
