"""Between an asset and its stored form."""

from typing import Any

from twofold.assets.model import Asset

from .items import AssetItem

_LISTS = ("origins", "countries")
_FIELDS = tuple(name for name in Asset.__dataclass_fields__ if name not in (*_LISTS, "version"))


def from_item(item: AssetItem) -> Asset:
    fields: dict[str, Any] = {name: getattr(item, name) for name in _FIELDS}
    fields |= {name: tuple(getattr(item, name)) for name in _LISTS}
    return Asset(**fields, version=int(item.version))


def to_item(asset: Asset) -> AssetItem:
    fields: dict[str, Any] = {name: getattr(asset, name) for name in _FIELDS}
    fields |= {name: list(getattr(asset, name)) for name in _LISTS}
    return AssetItem(**fields, version=asset.version)


def keyword_key(keyword: str) -> str:
    return f"keyword#{keyword}"
