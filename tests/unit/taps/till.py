"""A sign at a till that asks for a tap, and what tests do with it."""

from dataclasses import replace
from typing import Any

from tests.fakes.samples import ANNA, ASSETS, PASSER_BY, SITE, signup
from tests.fakes.tags import SoftTag
from tests.fakes.visiting import Visiting
from tests.fakes.world import World
from tests.unit.visits.meeting import slug_of, visit_of
from twofold.assets.model import Asset
from twofold.contracts.errors import Forbidden
from twofold.contracts.events import AssetVisited

TILL = ASSETS["ast_till_sign"]
PAGE = f"{SITE}/j/{TILL.asset_id}"
TAPPED = AssetVisited(kind="tapped", device="phone", verified=True)
NOT_PROVED = AssetVisited(kind="tapped", device="phone", verified=False)
OTHER_UID = bytes.fromhex("04AABBCCDDEE80")


def asking(world: World, **fields: Any) -> Asset:
    now = world.books.register.current(TILL.asset_id)
    world.books.upkeep.put_asset(replace(now, **{"proof": "tap", **fields}))
    return world.books.register.current(TILL.asset_id)


def tap(world: World, visiting: Visiting, sign: SoftTag, **fields: object) -> str:
    return visiting.tap(slug_of(world, TILL), *sign.tap(), **fields)  # type: ignore[arg-type]


def visit(world: World, visiting: Visiting, sign: SoftTag) -> str:
    """Tap, and answer the visit that it became."""
    return visit_of(tap(world, visiting, sign)) or ""


def join(world: World, visit_id: str | None, phone: str = ANNA, asset: Asset = TILL) -> str:
    asked = signup(phone, asset_id=asset.asset_id, visit_id=visit_id)
    return world.signups.sign_up(asked, PASSER_BY).challenge_id


def is_refused(world: World, visit_id: str | None, phone: str = ANNA) -> bool:
    try:
        join(world, visit_id, phone)
    except Forbidden as error:
        return error.code == "tap_needed"
    return False


class Failing:
    def __init__(self, error: Exception) -> None:
        self._error = error

    def prove(self, *given: object) -> bool:
        raise self._error
