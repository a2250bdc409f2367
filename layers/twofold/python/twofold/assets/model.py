"""What is true of an asset."""

from dataclasses import dataclass

from twofold.campaigns.model import Campaign
from twofold.contracts.errors import Forbidden
from twofold.ledger.record import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """`origins` are the exact web origins (`https://shop.example`) that may speak for it; empty: only our own pages.

    `countries`, when not empty, narrows the campaign's. `keyword` (upper case) is what people text to join here.
    """

    asset_id: str
    campaign_id: str
    kind: str
    name: str
    place: str | None = None
    origins: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    keyword: str | None = None

    def serves(self, campaign: Campaign) -> tuple[str, ...]:
        """The countries whose numbers may sign up here; the first says how a national number is read."""
        return self.countries or campaign.countries

    def admit(self, origin: str | None) -> None:
        """Let a page of `origin` speak for this asset; None is not a foreign page. Raises Forbidden."""
        if origin is not None and origin not in self.origins:
            raise Forbidden(
                f"Pages of {origin} may not use this asset. Add the origin to the asset to allow it.",
                code="origin_not_allowed",
            )

    @property
    def origin(self) -> Origin:
        return Origin(campaign_id=self.campaign_id, asset_id=self.asset_id, place=self.place)
