"""An asset for tests, what was told of it, and registers in which others are quicker."""

from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.samples import BUFFET
from tests.fakes.visiting import Keeping
from tests.fakes.world import World
from twofold.assets.check import check
from twofold.assets.model import Asset
from twofold.assets.ports import AssetMoved
from twofold.contracts.errors import InvalidRequest


def an_asset(**fields: Any) -> Asset:
    made = Asset(asset_id="ast_door", campaign_id=BUFFET.campaign_id, kind="qr", name="Door", form="sticker")
    return replace(made, **fields)


def told(world: World, asset_id: str = "ast_door") -> list[tuple[int, object]]:
    """Versions and what they changed, in their order: a clock that stands still gives events none."""
    events = world.books.upkeep.timeline(asset_id)
    return sorted(((event.version, event.data) for event in events), key=lambda pair: pair[0])


def fault(asset: Asset) -> str | None:
    with pytest.raises(InvalidRequest) as raised:
        check(asset)
    return raised.value.field


class Overtaken:
    """A register in which somebody else is quicker, once."""

    def __init__(self, register: Any, keeping: Keeping) -> None:
        self._register, self._keeping, self._done = register, keeping, False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._register, name)

    def change(self, *given: Any) -> None:
        if not self._done:
            self._done = True
            self._keeping.change("ast_door", {"place": "Elsewhere"})
        self._register.change(*given)


class NeverStill:
    def __init__(self, register: Any) -> None:
        self._register = register

    def __getattr__(self, name: str) -> Any:
        return getattr(self._register, name)

    def change(self, *given: Any) -> None:
        raise AssetMoved
