"""Follows a short link, whoever it belongs to: an asset, a lead, or a text."""

from dataclasses import dataclass

from twofold.assets.links import read_slug
from twofold.visits.click import Click
from twofold.visits.open_link import OpenLink

from .follow import FollowLink


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowAnyLink:
    of_asset: OpenLink
    of_text: FollowLink

    def __call__(self, slug: str, click: Click) -> str:
        """The address to go to. A slug's shape tells whose it is. Raises NotFound."""
        follow = self.of_asset if read_slug(slug) else self.of_text
        return follow(slug, click)
