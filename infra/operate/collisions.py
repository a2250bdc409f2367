"""What in a campaign's file belongs to somebody else already, looked up before anything is written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from twofold.assets.check import tidy
from twofold.assets.model import Asset
from twofold.assets.ports import AssetLinks, AssetRegister
from twofold.assets.sync import over
from twofold.contracts.errors import InvalidRequest, NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Collisions:
    """`keyword_of` answers the id of the asset that a keyword belongs to, None for a free one."""

    register: AssetRegister
    links: AssetLinks
    keyword_of: Callable[[str], str | None]

    def __call__(self, assets: list[Asset]) -> Iterator[str]:
        """A sentence for each id, keyword and link that is another's, beginning with its path in the file."""
        for at, asset in enumerate(assets):
            for field, sentence in self._of(tidy(asset)):
                yield f"assets[{at}].{field}: {sentence}"

    def _of(self, asset: Asset) -> Iterator[tuple[str, str]]:
        if fault := self._other(asset):
            yield fault.field or "asset_id", fault.detail
        owner = self.keyword_of(asset.keyword) if asset.keyword else None
        if owner not in (None, asset.asset_id):
            yield "keyword", f"{asset.keyword} belongs to the asset {owner}. Choose another."
        owner = self._led_to(asset.slug) if asset.slug else None
        if owner not in (None, asset.asset_id):
            yield "slug", f"/{asset.slug} leads to the asset {owner}. Choose another."

    def _other(self, asset: Asset) -> InvalidRequest | None:
        """Why the one that is stored under its id cannot become this one."""
        try:
            over(self.register.current(asset.asset_id), asset)
        except NotFound:
            return None
        except InvalidRequest as fault:
            return fault
        return None

    def _led_to(self, slug: str) -> str | None:
        try:
            return self.links.find(slug).asset_id
        except NotFound:
            return None
