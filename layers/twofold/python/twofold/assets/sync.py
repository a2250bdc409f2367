"""Brings an asset in line with its campaign's file: made when it is new, changed when the file says something else."""

from dataclasses import dataclass, replace

from twofold.contracts.errors import InvalidRequest, NotFound, Unavailable
from twofold.contracts.instants import Clock

from .change import changed, different
from .check import check
from .create import DrawSlug, slug_taken
from .model import Asset
from .ports import AssetMoved, AssetRegister, SlugTaken

TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncAsset:
    register: AssetRegister
    draw_slug: DrawSlug
    clock: Clock

    def __call__(self, asset: Asset) -> Asset:
        """The asset as it is stored now. Its link never changes; what a person did since stays: paused, led elsewhere.

        Raises InvalidRequest that names the field, Conflict (keyword or wished slug taken).
        """
        wished = check(asset)
        for _ in range(TRIES):
            former = self._former(wished.asset_id)
            merged = over(former, wished) if former else wished
            merged = replace(merged, slug=merged.slug or self.draw_slug())
            if merged == former:
                return merged
            try:
                return self._store(former, merged)
            except SlugTaken as taken:
                if wished.slug:
                    raise slug_taken(wished.slug) from taken
            except AssetMoved:
                continue
        raise Unavailable("The asset changed too often.")

    def _former(self, asset_id: str) -> Asset | None:
        try:
            return self.register.current(asset_id)
        except NotFound:
            return None

    def _store(self, former: Asset | None, merged: Asset) -> Asset:
        made = replace(merged, version=merged.version + 1)
        names = different(former, made) if former else ("created",)
        store = self.register.change if former else self.register.add
        store(made, changed(made, names, self.clock()))
        return made


def over(former: Asset, wished: Asset) -> Asset:
    """What the file says, over what was stored: the link that is printed, and what a person did since.

    Raises InvalidRequest that names the field when the file means another asset by this id.
    """
    for field in ("campaign_id", "kind"):
        if getattr(former, field) != getattr(wished, field):
            raise InvalidRequest(
                f"The asset {former.asset_id} is there already, with another {field}. Give this one another id.",
                code="fixed",
                field=field,
            )
    return replace(
        wished,
        slug=former.slug or wished.slug,
        target_url=wished.target_url or former.target_url,
        paused=wished.paused or former.paused,
        version=former.version,
    )
