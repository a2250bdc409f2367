"""Assets are edited, paused, resumed and led elsewhere, and it is told what changed."""

from dataclasses import replace

import pytest

from tests.fakes.samples import POSTER
from tests.fakes.visiting import Keeping
from tests.fakes.world import World
from tests.unit.assets.door import NeverStill, Overtaken, an_asset, told
from twofold.assets.change import FIXED, changed, different
from twofold.contracts.errors import InvalidRequest, NotFound, Unavailable
from twofold.contracts.events import CampaignChanged


def test_what_changed_is_told_by_name(world: World, keeping: Keeping):
    keeping.create(an_asset())
    after = keeping.change("ast_door", {"name": " Gate ", "place": "Market Square"})
    assert (after.name, after.place, after.version) == ("Gate", "Market Square", 2)
    assert told(world)[1] == (2, CampaignChanged(changed=("name", "place")))


def test_what_is_so_already_is_no_event(world: World, keeping: Keeping):
    before = keeping.create(an_asset())
    assert keeping.change("ast_door", {"name": "Door", "form": "sticker"}) == before
    assert len(told(world)) == 1


def test_it_is_paused_resumed_and_led_elsewhere(world: World, keeping: Keeping):
    keeping.create(an_asset())
    assert keeping.change.pause("ast_door").paused
    assert keeping.change.pause("ast_door").version == 2
    assert not keeping.change.resume("ast_door").paused
    menu = "https://shop.example/menu"
    assert keeping.change.point("ast_door", menu).target_url == menu
    assert keeping.change.point("ast_door", None).target_url is None
    names = [data.changed for _, data in told(world) if isinstance(data, CampaignChanged)]
    assert names == [("created",), ("paused",), ("paused",), ("target_url",), ("target_url",)]


@pytest.mark.parametrize("name", sorted(FIXED))
def test_what_is_printed_and_counted_by_stays(keeping: Keeping, name: str):
    keeping.create(an_asset())
    with pytest.raises(InvalidRequest) as raised:
        keeping.change("ast_door", {name: "x"})
    assert (raised.value.code, raised.value.field) == ("fixed", name)


def test_a_field_that_there_is_not_is_named(keeping: Keeping):
    keeping.create(an_asset())
    with pytest.raises(InvalidRequest) as raised:
        keeping.change("ast_door", {"colour": "red"})
    assert raised.value.field == "colour"


def test_an_asset_that_made_no_sense_before_can_be_paused_all_the_same(world: World, keeping: Keeping):
    silent = an_asset(kind="keyword", form=None, countries=("UK",), slug="GATE", version=1)
    world.books.register.add(silent, changed(silent, ("created",), world.clock()))
    assert keeping.change.pause("ast_door").paused
    for wrong in ({"countries": ("UK",)}, {"keyword": None}, {"form": "sign"}):
        with pytest.raises(InvalidRequest):
            keeping.change("ast_door", wrong)


def test_one_that_never_was_is_not_found(keeping: Keeping):
    with pytest.raises(NotFound):
        keeping.change.pause("ast_never")


def test_a_change_that_makes_no_sense_is_not_stored(world: World, keeping: Keeping):
    keeping.create(an_asset())
    with pytest.raises(InvalidRequest):
        keeping.change.point("ast_door", "javascript:alert(1)")
    assert len(told(world)) == 1


def test_who_was_overtaken_changes_what_is_there_now(world: World, keeping: Keeping):
    keeping.create(an_asset())
    overtaken = replace(keeping.change, register=Overtaken(world.books.register, keeping))
    assert overtaken("ast_door", {"name": "Gate"}).place == "Elsewhere"
    assert [version for version, _ in told(world)] == [1, 2, 3]


def test_it_is_not_tried_for_ever(world: World, keeping: Keeping):
    keeping.create(an_asset())
    with pytest.raises(Unavailable):
        replace(keeping.change, register=NeverStill(world.books.register))("ast_door", {"name": "Gate"})


def test_what_differs_is_named_and_versions_are_no_difference():
    assert different(POSTER, replace(POSTER, name="Door", paused=True, version=9)) == ("name", "paused")
    assert different(POSTER, replace(POSTER, version=9)) == ()
