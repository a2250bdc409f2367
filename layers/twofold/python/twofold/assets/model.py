"""What is true of an asset."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from twofold.campaigns.model import Campaign
from twofold.contracts.errors import Forbidden, Gone
from twofold.ledger.record import Origin

Kind = Literal["widget", "landing_page", "qr", "nfc", "keyword"]
Form = Literal["poster", "flyer", "sticker", "table_tent", "billboard", "sign"]
Proof = Literal["none", "tap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """`origins` are the exact web origins (`https://shop.example`) that may speak for it; empty: only our own pages.

    `countries`, when not empty, narrows the campaign's. `keyword` (upper case) is what people text to join here.
    `form` is what a QR code or a tag is put on, `channel` how people come by it, in the marketer's words. `slug` is its
    short link, which leads to its landing page or to `target_url`. With `proof` tap, only a fresh tap of an
    authenticated sign gets a code. `version` counts changes.
    """

    asset_id: str
    campaign_id: str
    kind: Kind
    name: str
    place: str | None = None
    channel: str | None = None
    form: Form | None = None
    origins: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    keyword: str | None = None
    slug: str | None = None
    target_url: str | None = None
    paused: bool = False
    proof: Proof = "none"
    version: int = 0

    def serves(self, campaign: Campaign) -> tuple[str, ...]:
        """The countries whose numbers may sign up here; the first says how a national number is read."""
        return self.countries or campaign.countries

    def admit(self, origin: str | None) -> None:
        """Let a page of `origin` speak for this asset; None is not a foreign page. Raises Forbidden."""
        if origin is not None and origin not in self.origins:
            raise Forbidden(
                f"Pages of {origin} may not use this asset. To allow it, name the origin in two places: "
                "`origins` of the asset, and `shop_origins` of the deployment's environment.",
                code="origin_not_allowed",
            )

    @property
    def asks_for_tap(self) -> bool:
        """Whether only those who have just tapped its sign get a code."""
        return self.proof == "tap"

    def closed(self, campaign: Campaign, at: datetime) -> Gone | None:
        """Why nobody can sign up here now; None while they can."""
        if self.paused:
            return Gone("This offer is paused.", code="asset_paused")
        if not campaign.runs(at):
            return Gone("This offer is not running.", code="campaign_not_running")
        return None

    @property
    def origin(self) -> Origin:
        return Origin(campaign_id=self.campaign_id, asset_id=self.asset_id, place=self.place)
