"""A campaign's file put in again: what it says anew is so, and what a person did since stays."""

from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.visiting import Keeping
from tests.fakes.world import World
from tests.unit.assets.door import NeverStill, an_asset, told
from twofold.assets.sync import SyncAsset
from twofold.contracts.errors import Conflict, InvalidRequest, Unavailable
from twofold.contracts.events import CampaignChanged


def test_the_same_file_again_changes_nothing(world: World, keeping: Keeping):
    first = keeping.sync(an_asset())
    assert keeping.sync(an_asset()) == first
    assert len(told(world)) == 1


def test_what_the_file_says_anew_is_told(world: World, keeping: Keeping):
    slug = keeping.sync(an_asset()).slug
    after = keeping.sync(an_asset(name="Gate", countries=("PL",)))
    assert (after.slug, after.version) == (slug, 2)
    assert told(world)[1] == (2, CampaignChanged(changed=("countries", "name")))


def test_what_a_person_did_since_stays(keeping: Keeping):
    keeping.sync(an_asset())
    keeping.change.pause("ast_door")
    keeping.change.point("ast_door", "https://shop.example/menu")
    synced = keeping.sync(an_asset(name="Gate"))
    assert (synced.paused, synced.target_url, synced.name) == (True, "https://shop.example/menu", "Gate")


def test_a_link_never_becomes_another(keeping: Keeping):
    keeping.sync(an_asset(slug="D33R"))
    assert keeping.sync(an_asset(slug="G22R")).slug == "D33R"


@pytest.mark.parametrize("change", [{"campaign_id": "spa-10"}, {"kind": "nfc", "form": "sign"}])
def test_an_id_is_not_used_for_something_else(keeping: Keeping, change: dict[str, Any]):
    keeping.sync(an_asset())
    with pytest.raises(InvalidRequest) as raised:
        keeping.sync(an_asset(**change))
    assert (raised.value.code, raised.value.field) == ("fixed", next(iter(change)))


def test_a_wished_link_that_is_taken_is_refused(keeping: Keeping):
    keeping.sync(an_asset(slug="D33R"))
    with pytest.raises(Conflict):
        keeping.sync(an_asset(asset_id="ast_other", slug="D33R"))


def test_a_drawn_one_is_drawn_again(world: World, keeping: Keeping):
    keeping.sync(an_asset(slug="AAAAAA"))
    drawn = iter(["AAAAAA", "BBBBBB"])
    sync = SyncAsset(register=world.books.register, draw_slug=lambda: next(drawn), clock=world.clock)
    assert sync(an_asset(asset_id="ast_other")).slug == "BBBBBB"


def test_it_is_not_tried_for_ever(world: World, keeping: Keeping):
    keeping.sync(an_asset())
    with pytest.raises(Unavailable):
        replace(keeping.sync, register=NeverStill(world.books.register))(an_asset(name="Gate"))
