"""The assets of a file: each read part by part and judged by its rules, and no two of them alike."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from twofold.assets.check import faults, tidy
from twofold.assets.model import Asset
from twofold.campaigns.check.parts import Reader
from twofold.campaigns.check.sure import sure
from twofold.messages.replies.keyword import keyword_fault

UNIQUE = ("asset_id", "keyword", "slug")
"""Fields by which one asset is told from every other."""


def read_assets(given: Any, campaign_id: str) -> tuple[list[Asset], list[str]]:
    """The assets, and a sentence for each fault of them; with faults, parts stand in for what was not read."""
    if not isinstance(given, list):
        return [], ["assets: this is a list of objects."]
    reader = Reader()
    read = [
        reader.read(
            _path(at), {**part, "campaign_id": campaign_id} if isinstance(part, Mapping) else part, Asset
        )
        for at, part in enumerate(given)
    ]
    judged = [_judged(_path(at), asset, reader.faults) for at, asset in enumerate(read)]
    return read, [*reader.faults, *sure(_faults(judged), reader.faults)]


def _path(at: int) -> str:
    return f"assets[{at}]"


def _faults(assets: list[Asset]) -> Iterator[str]:
    for at, asset in enumerate(assets):
        for fault in faults(asset):
            yield f"{_path(at)}.{fault.field}: {fault.detail}"
        if asset.keyword and (wrong := keyword_fault(asset.keyword)):
            yield f"{_path(at)}.keyword: {wrong}"
    for field in UNIQUE:
        yield from _again(field, [getattr(tidy(asset), field) for asset in assets])


def _again(field: str, values: list[str | None]) -> Iterator[str]:
    for at, value in enumerate(values):
        if value is not None and value in values[:at]:
            yield f"{_path(at)}.{field}: another asset of this file, {_path(values.index(value))}, has {value}."


def _judged(path: str, asset: Asset, unread: list[str]) -> Asset:
    """What hangs on a kind that could not be read is left out of judgement."""
    if any(fault.startswith(f"{path}.kind: ") for fault in unread):
        return replace(asset, kind="qr", form=None, proof="none")
    return asset
