"""How people meet an asset by its link."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.fakes.made import a_click
from tests.fakes.samples import LANDING, POSTER, SITE, WIDGET
from tests.fakes.visiting import Visiting
from tests.fakes.world import World
from tests.unit.visits.meeting import (
    REFERRAL,
    SIGN,
    Down,
    OneLink,
    change,
    counts,
    open_link,
    slug_of,
    told,
    visit_of,
)
from twofold.assets.model import Asset
from twofold.contracts.errors import NotFound
from twofold.contracts.events import AssetVisited
from twofold.visits.model import draw_visit_id


class TestOpenLink:
    @pytest.mark.parametrize(
        ("asset", "kind"), [(POSTER, "scanned"), (SIGN, "tapped"), (LANDING, "clicked"), (WIDGET, "clicked")]
    )
    def test_a_person_is_counted_and_goes_on_to_the_landing_page(
        self, world: World, visiting: Visiting, asset: Asset, kind: str
    ):
        led = open_link(world, visiting, asset)
        assert led == f"{SITE}/j/{asset.asset_id}?tf_visit={visit_of(led)}"
        assert told(world, visit_of(led)) == [AssetVisited(kind=kind, device="phone")]
        assert counts(world, asset) == {kind: 1}

    def test_the_event_says_where(self, world: World, visiting: Visiting):
        led = open_link(world, visiting)
        (event,) = world.books.upkeep.timeline(visit_of(led) or "")
        assert (event.campaign_id, event.asset_id, event.place) == (
            POSTER.campaign_id,
            POSTER.asset_id,
            POSTER.place,
        )

    def test_a_link_is_read_as_people_type_it(self, world: World, visiting: Visiting):
        slug = slug_of(world, POSTER)
        led = visiting.open(slug.lower(), a_click(world.clock()))
        assert led.startswith(f"{SITE}/j/{POSTER.asset_id}?")

    def test_tags_of_the_address_go_along_and_nothing_else_of_it(self, world: World, visiting: Visiting):
        query = {
            "utm_source": "flyer",
            "utm_term": " ",
            "tf_visit": "vst_mine",
            "tf_ref": "RX",
            "next": "//evil",
        }
        led = open_link(world, visiting, query=query)
        (visit,) = told(world, visit_of(led))
        assert visit.utm == {"utm_source": "flyer"}
        assert dict(parse_qsl(urlsplit(led).query)) == {
            "utm_source": "flyer",
            "tf_visit": visit_of(led),
        }

    def test_a_lead_s_link_says_who_sent_them(self, world: World, visiting: Visiting):
        visiting.open = replace(visiting.open, links=OneLink(REFERRAL, LANDING))
        led = visiting.open(REFERRAL, a_click(world.clock()))
        assert dict(parse_qsl(urlsplit(led).query))["tf_ref"] == REFERRAL
        (visit,) = told(world, visit_of(led))
        assert (visit.kind, visit.referral) == ("clicked", REFERRAL)

    def test_a_target_of_its_own_is_where_it_leads(self, world: World, visiting: Visiting):
        change(world, POSTER, target_url="https://shop.example/menu?utm_source=own#top")
        led = open_link(world, visiting)
        assert led.startswith("https://shop.example/menu?utm_source=own&tf_visit=vst_")
        assert led.endswith(f"&utm_medium=qr&utm_campaign=buffet-20&utm_content={POSTER.asset_id}#top")

    def test_a_paused_one_leads_to_its_page_which_says_so(self, world: World, visiting: Visiting):
        change(world, POSTER, target_url="https://shop.example/menu", paused=True)
        assert open_link(world, visiting).startswith(f"{SITE}/j/{POSTER.asset_id}?")

    @pytest.mark.parametrize(
        "slug", ["", "x", "NEVER2", "favicon.ico", "SED279vd3", "x" * 3_000, "RABCDEFGHJKL"]
    )
    def test_at_another_address_there_is_nothing(self, world: World, visiting: Visiting, slug: str):
        with pytest.raises(NotFound) as raised:
            visiting.open(slug, a_click(world.clock()))
        assert raised.value.code == "link_not_found"

    @pytest.mark.parametrize(
        "fields",
        [
            {"method": "HEAD"},
            {"user_agent": ""},
            {"user_agent": "WhatsApp/2.24"},
            {"user_agent": "facebookexternalhit/1.1"},
            {"purpose": "prefetch;prerender"},
        ],
    )
    def test_a_machine_goes_the_same_way_and_is_no_visit(
        self, world: World, visiting: Visiting, fields: dict[str, Any]
    ):
        assert open_link(world, visiting, **fields) == f"{SITE}/j/{POSTER.asset_id}"
        assert counts(world) == {"machine": 1}

    def test_beyond_the_network_s_visits_people_go_on_uncounted(self, world: World):
        visiting = Visiting(world.books, world.clock, most=2)
        led = [open_link(world, visiting) for _ in range(3)]
        assert [bool(visit_of(address)) for address in led] == [True, True, False]
        assert counts(world) == {"scanned": 2}
        assert visit_of(open_link(world, visiting, network="elsewhere"))
        world.clock.forward(minutes=10)
        assert visit_of(open_link(world, visiting))

    def test_when_nothing_can_be_stored_people_go_on_all_the_same(self, world: World, visiting: Visiting):
        visiting.open = replace(visiting.open, visits=Down())
        assert open_link(world, visiting) == f"{SITE}/j/{POSTER.asset_id}"
        assert open_link(world, visiting, method="HEAD") == f"{SITE}/j/{POSTER.asset_id}"

    def test_the_open_link_of_a_sign_that_can_prove_taps_proves_none(self, world: World, visiting: Visiting):
        change(world, SIGN, proof="tap")
        led = open_link(world, visiting, SIGN)
        assert told(world, visit_of(led)) == [AssetVisited(kind="tapped", device="phone", verified=False)]
        assert counts(world, SIGN) == {"unverified": 1}


def test_ids_of_visits_are_long_and_never_the_same():
    ids = {draw_visit_id() for _ in range(500)}
    assert len(ids) == 500
    assert min(len(i) for i in ids) >= len("vst_") + 20
