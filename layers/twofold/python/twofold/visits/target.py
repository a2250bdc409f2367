"""Where an asset's link leads, and what it hands on to the page there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from twofold.assets.model import Asset
from twofold.contracts.routes.pages import LANDING

from .utm import with_query, with_utm

VISIT_PARAMETER, REFERRAL_PARAMETER = "tf_visit", "tf_ref"
"""The parameters that our pages and the widget read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """What ties the page to the way there: the visit, its UTM parameters, and the link of the lead who sent it on."""

    visit_id: str | None = None
    utm: Mapping[str, str] = field(default_factory=dict)
    referral: str | None = None


def target_of(asset: Asset, site: str, ticket: Ticket) -> str:
    """The asset's own target with UTM parameters, or its landing page; a paused one's landing page says so."""
    handed = {VISIT_PARAMETER: ticket.visit_id, REFERRAL_PARAMETER: ticket.referral}
    more = {**ticket.utm, **{name: value for name, value in handed.items() if value}}
    if asset.target_url and not asset.paused:
        tagged = with_query(asset.target_url, more)
        return with_utm(tagged, medium=asset.kind, campaign=asset.campaign_id, content=asset.asset_id)
    return with_query(LANDING.at(site, asset_id=asset.asset_id), more)
