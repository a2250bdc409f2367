"""Assets are made, each with a link of its own."""

from dataclasses import replace

import pytest

from tests.fakes.clock import NOON
from tests.fakes.samples import BUFFET
from tests.fakes.visiting import Keeping
from tests.fakes.world import World
from tests.unit.assets.door import an_asset, told
from twofold.assets.check import check
from twofold.assets.create import draw_asset_id
from twofold.contracts.errors import Conflict, NotFound, Unavailable
from twofold.contracts.events import CampaignChanged


def test_it_gets_a_link_and_is_told(world: World, keeping: Keeping):
    asset = keeping.create(an_asset())
    assert world.books.register.current("ast_door") == asset
    assert world.books.asset_links.find(asset.slug or "").asset_id == "ast_door"
    (event,) = world.books.upkeep.timeline("ast_door")
    assert (event.data, event.version) == (CampaignChanged(changed=("created",)), 1)
    assert (event.campaign_id, event.asset_id) == (BUFFET.campaign_id, "ast_door")


def test_a_wished_link_is_taken_as_people_type_it(keeping: Keeping):
    assert keeping.create(an_asset(slug="d33r")).slug == "D33R"


def test_a_wished_link_that_is_taken_is_refused(world: World, keeping: Keeping):
    keeping.create(an_asset(slug="D33R"))
    with pytest.raises(Conflict) as raised:
        keeping.create(an_asset(asset_id="ast_other", slug="d33r"))
    assert (raised.value.code, raised.value.field) == ("slug_taken", "slug")
    assert told(world, "ast_other") == []


def test_a_drawn_link_that_is_taken_is_drawn_again(world: World, keeping: Keeping):
    keeping.create(an_asset(slug="AAAAAA"))
    drawn = iter(["AAAAAA", "AAAAAA", "BBBBBB"])
    create = replace(keeping.create, draw_slug=lambda: next(drawn))
    assert create(an_asset(asset_id="ast_other")).slug == "BBBBBB"


def test_it_is_not_tried_for_ever(keeping: Keeping):
    keeping.create(an_asset(slug="AAAAAA"))
    create = replace(keeping.create, draw_slug=lambda: "AAAAAA")
    with pytest.raises(Unavailable):
        create(an_asset(asset_id="ast_other"))


def test_a_campaign_that_never_was_has_no_assets(world: World, keeping: Keeping):
    with pytest.raises(NotFound):
        keeping.create(an_asset(campaign_id="never"))
    assert told(world) == []


def test_an_id_that_is_taken_is_refused(keeping: Keeping):
    keeping.create(an_asset())
    with pytest.raises(Conflict) as raised:
        keeping.create(an_asset(name="Another door"))
    assert raised.value.code == "asset_taken"


def test_drawn_ids_tell_the_kind_and_are_never_the_same():
    ids = {draw_asset_id("qr") for _ in range(200)}
    assert len(ids) == 200
    assert all(i.startswith("ast_qr_") for i in ids)
    check(an_asset(asset_id=ids.pop()))


def test_a_change_is_dated_by_the_clock(world: World, keeping: Keeping):
    keeping.create(an_asset())
    (event,) = world.books.upkeep.timeline("ast_door")
    assert event.time == NOON.strftime("%Y-%m-%dT%H:%M:%S.000Z")
