"""What a page tells of a visit, and what is made of it."""

from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.samples import LANDING, PASSER_BY, SHOP, WIDGET
from tests.fakes.visiting import Visiting
from tests.fakes.world import World
from tests.unit.visits.meeting import (
    REFERRAL,
    SIGN,
    Down,
    change,
    counts,
    report,
    told,
)
from twofold.contracts.errors import Forbidden, InvalidRequest, NotFound
from twofold.contracts.events import AssetVisited
from twofold.contracts.payloads.visits import VisitRequest


class TestReportVisit:
    @pytest.mark.parametrize("kind", ["opened", "scanned", "tapped"])
    def test_a_meeting_gets_an_id_and_is_told(self, world: World, visiting: Visiting, kind: str):
        visit_id = report(
            visiting, kind=kind, utm={"utm_source": "mail", "x": "y"}, referral=REFERRAL, variant="warm"
        )
        assert visit_id.startswith("vst_")
        meant = AssetVisited(
            kind=kind, device="phone", utm={"utm_source": "mail"}, referral=REFERRAL, variant="warm"
        )
        assert told(world, visit_id) == [meant]
        assert counts(world, LANDING) == {kind: 1}

    def test_the_id_that_a_page_has_already_stays(self, world: World, visiting: Visiting):
        assert report(visiting, visit_id="vst_mine") == "vst_mine"
        assert len(told(world, "vst_mine")) == 1

    def test_what_a_page_tells_again_of_a_visit_is_told_once(self, world: World, visiting: Visiting):
        for seconds in (0, 1, 3_600):
            world.clock.forward(seconds=seconds)
            report(visiting, visit_id="vst_mine")
            report(visiting, kind="viewed", label="menu", visit_id="vst_mine")
        assert len(told(world, "vst_mine")) == 2
        assert counts(world, LANDING) == {"opened": 1, "viewed": 1}

    def test_a_machine_may_tell_what_it_likes(self, world: World, visiting: Visiting):
        visitor = replace(PASSER_BY, user_agent="Mozilla/5.0 (compatible; Googlebot/2.1)")
        request = VisitRequest(asset_id=LANDING.asset_id, kind="opened")
        assert told(world, visiting.report(request, visitor).visit_id) == []
        assert counts(world, LANDING) == {}

    @pytest.mark.parametrize("kind", ["shown", "dismissed"])
    def test_what_is_no_visit_is_only_counted(self, world: World, visiting: Visiting, kind: str):
        visit_id = report(visiting, kind=kind)
        assert told(world, visit_id) == []
        assert counts(world, LANDING) == {kind: 1}

    def test_what_is_done_on_the_brand_s_site_is_told_within_the_visit(
        self, world: World, visiting: Visiting
    ):
        visit_id = report(visiting)
        world.clock.forward(minutes=1)
        assert report(visiting, kind="viewed", label="menu", visit_id=visit_id) == visit_id
        world.clock.forward(minutes=1)
        report(visiting, kind="viewed", label="booking-started", visit_id=visit_id)
        assert [visit.label for visit in told(world, visit_id)] == [None, "menu", "booking-started"]
        assert counts(world, LANDING) == {"opened": 1, "viewed": 2}

    @pytest.mark.parametrize(
        ("fields", "code"),
        [({"kind": "viewed"}, "label_missing"), ({"kind": "opened", "label": "menu"}, "label_not_wanted")],
    )
    def test_only_what_was_viewed_has_a_label_and_it_must(
        self, world: World, visiting: Visiting, fields: dict[str, Any], code: str
    ):
        with pytest.raises(InvalidRequest) as raised:
            report(visiting, **fields)
        assert (raised.value.code, raised.value.field) == (code, "label")
        assert counts(world, LANDING) == {}

    def test_a_page_of_a_shop_speaks_for_the_asset_that_names_it(self, world: World, visiting: Visiting):
        assert report(visiting, WIDGET, origin=SHOP)
        with pytest.raises(Forbidden):
            report(visiting, LANDING, origin=SHOP)
        assert counts(world, LANDING) == {}

    def test_an_asset_that_never_was_is_not_found(self, visiting: Visiting):
        with pytest.raises(NotFound):
            report(visiting, replace(LANDING, asset_id="ast_never"))

    def test_beyond_the_network_s_visits_nothing_is_counted_and_nobody_is_told(self, world: World):
        visiting = Visiting(world.books, world.clock, most=1)
        ids = [report(visiting) for _ in range(3)]
        assert [len(told(world, visit_id)) for visit_id in ids] == [1, 0, 0]
        assert len(set(ids)) == 3
        assert counts(world, LANDING) == {"opened": 1}

    def test_what_cannot_be_stored_is_let_go(self, visiting: Visiting):
        visiting.report = replace(visiting.report, visits=Down())
        asked: list[dict[str, Any]] = [{}, {"kind": "shown"}, {"kind": "viewed", "label": "menu"}]
        for fields in asked:
            assert report(visiting, **fields).startswith("vst_")

    def test_a_page_cannot_claim_a_proved_tap(self, world: World, visiting: Visiting):
        change(world, SIGN, proof="tap")
        visit_id = report(visiting, SIGN, kind="tapped")
        assert told(world, visit_id) == [AssetVisited(kind="tapped", device="phone", verified=False)]
        assert counts(world, SIGN) == {"unverified": 1}
