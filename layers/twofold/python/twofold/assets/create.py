"""Makes an asset, with a short link of its own."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import Conflict, Unavailable
from twofold.contracts.instants import Clock

from .change import changed
from .check import check
from .model import Asset
from .ports import AssetRegister, SlugTaken

TRIES = 5

DrawSlug = Callable[[], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateAsset:
    register: AssetRegister
    campaigns: CampaignBook
    draw_slug: DrawSlug
    clock: Clock

    def __call__(self, asset: Asset) -> Asset:
        """The asset as it was stored, with its slug: the wished one, else one that was drawn.

        Raises InvalidRequest that names the field, NotFound (campaign), Conflict (id, keyword or wished slug taken).
        """
        self.campaigns.campaign(asset.campaign_id)
        wished = check(asset)
        for _ in range(TRIES):
            made = replace(wished, slug=wished.slug or self.draw_slug(), version=1)
            try:
                self.register.add(made, changed(made, ("created",), self.clock()))
            except SlugTaken as taken:
                if wished.slug:
                    raise slug_taken(wished.slug) from taken
                continue
            return made
        raise Unavailable("Every slug that was drawn is taken.")


def slug_taken(slug: str) -> Conflict:
    """What is told whoever wished for another asset's slug."""
    return Conflict(f"Another link is /{slug}.", code="slug_taken", field="slug")


def draw_asset_id(kind: str) -> str:
    """`ast_` with the kind and 40 random bits: to be told apart at a glance, and not to be guessed one by one."""
    return f"ast_{kind}_{secrets.token_hex(5)}"
