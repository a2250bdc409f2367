"""What tests of visits do, and what they look at."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.fakes.clock import NOON
from tests.fakes.made import a_click
from tests.fakes.samples import ASSETS, LANDING, PASSER_BY, POSTER
from tests.fakes.visiting import Visiting
from tests.fakes.world import World
from twofold.assets.links import AssetLink
from twofold.assets.model import Asset
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import AssetVisited
from twofold.contracts.instants import day_of
from twofold.contracts.payloads.visits import VisitRequest

SIGN = ASSETS["ast_till_sign"]
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"
REFERRAL = "RFREEND22222"


def slug_of(world: World, asset: Asset) -> str:
    slug = world.books.register.current(asset.asset_id).slug
    assert slug
    return slug


def open_link(world: World, visiting: Visiting, asset: Asset = POSTER, **fields: Any) -> str:
    return visiting.open(slug_of(world, asset), a_click(world.clock(), **fields))


def visit_of(address: str) -> str | None:
    return dict(parse_qsl(urlsplit(address).query)).get("tf_visit")


def told(world: World, visit_id: str | None) -> list[AssetVisited]:
    events = world.books.upkeep.timeline(visit_id or "")
    return [event.data for event in events if isinstance(event.data, AssetVisited)]


def counts(world: World, asset: Asset = POSTER) -> dict[str, int]:
    day = day_of(NOON)
    return {t.kind: t.number for t in world.books.visits.tallies(asset.asset_id, day, day)}


def change(world: World, asset: Asset, **fields: Any) -> Asset:
    """As an operator would; the sample's assets have links by now."""
    now = world.books.register.current(asset.asset_id)
    world.books.upkeep.put_asset(replace(now, **fields))
    return world.books.register.current(asset.asset_id)


class OneLink:
    """A lead's own link to an asset."""

    def __init__(self, slug: str, asset: Asset) -> None:
        self._link = AssetLink(slug=slug, asset_id=asset.asset_id, referrer="lead-1")

    def find(self, slug: str) -> AssetLink:
        return self._link


class Down:
    """A book whose database does not answer."""

    def __getattr__(self, name: str) -> Any:
        def fail(*given: Any) -> None:
            raise Unavailable("The database did not answer.")

        return fail


def report(visiting: Visiting, asset: Asset = LANDING, origin: str | None = None, **fields: Any) -> str:
    request = VisitRequest(asset_id=asset.asset_id, **{"kind": "opened", **fields})
    visitor = replace(PASSER_BY, user_agent=IPHONE, origin=origin)
    return visiting.report(request, visitor).visit_id
