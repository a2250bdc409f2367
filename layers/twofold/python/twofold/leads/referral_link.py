"""A lead's own link, to bring friends with: worked out from who they are, so it is the same each time they confirm."""

import hmac
from dataclasses import dataclass

from twofold.assets.links import ALPHABET, REFERRAL_LENGTH, AssetLink, is_referral, read_slug
from twofold.assets.ports import AssetLinks
from twofold.campaigns.model import Campaign
from twofold.contracts.errors import NotFound
from twofold.contracts.events import REFERRAL_MARK
from twofold.contracts.routes.pages import FOLLOW_LINK
from twofold.ledger.record import Origin

TURNS = 5
"""Slugs of a lead that are looked at, each of which somebody else would have had before."""


@dataclass(frozen=True, slots=True)
class ReferralLinks:
    """Works links out with the deployment's key: who knows a lead's id still cannot tell their link."""

    key: bytes

    def __call__(self, lead_id: str, origin: Origin, turn: int = 0) -> AssetLink | None:
        """Leads to the asset where they are now; None where there is none. `turn` counts those that others had."""
        if origin.asset_id is None:
            return None
        slug = self.slug(lead_id, origin.campaign_id, turn)
        return AssetLink(slug=slug, asset_id=origin.asset_id, referrer=lead_id)

    def slug(self, lead_id: str, campaign_id: str, turn: int = 0) -> str:
        return _slug(self.key, f"{lead_id}|{campaign_id}|{turn}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLink:
    """Finds the link that a lead was given as they confirmed; `site` is our address, without a trailing slash."""

    work_out: ReferralLinks
    links: AssetLinks
    site: str

    def __call__(self, lead_id: str, campaign: Campaign) -> str:
        """The whole address; "" where the campaign rewards nobody, or the lead has none of it. Raises Unavailable.

        One look nearly always: a lead's link is the first of theirs that no other had, and of 36 quadrillion slugs
        hardly two leads ever draw the same.
        """
        for turn in range(TURNS if campaign.referral else 0):
            slug = self.work_out.slug(lead_id, campaign.campaign_id, turn)
            try:
                found = self.links.find(slug)
            except NotFound:
                return ""
            if found.referrer == lead_id:
                return FOLLOW_LINK.at(self.site, slug=found.slug)
        return ""


def _slug(key: bytes, cause: str) -> str:
    """`R`, then 55 bits of HMAC-SHA256(key, cause), five to a character."""
    number = int.from_bytes(hmac.digest(key, cause.encode(), "sha256"), "big")
    rest = range(REFERRAL_LENGTH - len(REFERRAL_MARK))
    return REFERRAL_MARK + "".join(ALPHABET[number >> 5 * place & 31] for place in rest)


def read_referral(typed: str | None) -> str | None:
    """The slug of a lead's link, as the page handed it on; None for anything else that somebody may have sent."""
    slug = read_slug(typed) if typed else None
    return slug if slug and is_referral(slug) else None
