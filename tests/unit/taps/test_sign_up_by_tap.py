"""A sign-up that needs a tap: a genuine one opens the way to one code."""

from datetime import timedelta

import pytest

from tests.fakes.in_memory import in_memory
from tests.fakes.outcomes import code_of
from tests.fakes.samples import ANNA, BEN, PASSER_BY, signup
from tests.fakes.tags import SoftTag
from tests.fakes.visiting import Visiting, sign_of
from tests.fakes.world import World
from tests.unit.taps.till import TAPPED, TILL, asking, is_refused, join, visit
from tests.unit.test_same_answer import watched
from tests.unit.visits.meeting import told, visit_of
from twofold.contracts.errors import Forbidden
from twofold.contracts.payloads.visits import VisitRequest
from twofold.contracts.settings import LimitSettings
from twofold.visits.tap import FRESH


class TestASignUpThatNeedsATap:
    def test_a_genuine_tap_opens_the_way_to_a_code(self, world: World, visiting: Visiting, sign: SoftTag):
        visit_id = visit(world, visiting, sign)
        challenge_id = join(world, visit_id)
        assert code_of(world.guess(challenge_id))
        assert world.books.challenges.find(challenge_id).tap == visit_id

    @pytest.mark.parametrize("visit_id", [None, "vst_never", "tag#ast_till_sign#04de5f1eacc040", "x" * 64])
    def test_without_one_the_number_is_refused_in_plain_words(
        self, world: World, visiting: Visiting, visit_id: str | None
    ):
        with pytest.raises(Forbidden) as raised:
            join(world, visit_id)
        assert raised.value.code == "tap_needed"
        assert "tap" in raised.value.detail.lower()
        assert world.timeline() == []

    def test_a_visit_that_a_page_told_of_is_no_tap(self, world: World, visiting: Visiting):
        asked = VisitRequest(asset_id=TILL.asset_id, kind="tapped", visit_id="vst_mine")
        assert is_refused(world, visiting.report(asked, PASSER_BY).visit_id)

    def test_nor_does_telling_of_it_take_anything_from_a_genuine_one(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        visit_id = visit(world, visiting, sign)
        visiting.report(VisitRequest(asset_id=TILL.asset_id, kind="opened", visit_id=visit_id), PASSER_BY)
        assert not is_refused(world, visit_id)

    def test_a_tap_of_another_sign_is_none_here(self, world: World, visiting: Visiting):
        other = world.books.register.current("ast_window_poster")
        led = visiting.tap(other.slug or "", *sign_of(other.asset_id).tap())
        assert told(world, visit_of(led)) == [TAPPED]
        assert is_refused(world, visit_of(led))

    def test_a_tap_is_good_for_an_hour(self, world: World, visiting: Visiting, sign: SoftTag):
        visit_id = visit(world, visiting, sign)
        world.clock.at += FRESH - timedelta(milliseconds=1)
        assert not is_refused(world, visit_id)
        world.clock.at += timedelta(milliseconds=1)
        assert is_refused(world, visit_id)

    def test_a_number_that_was_left_in_time_may_be_confirmed_after_the_hour(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        visit_id = visit(world, visiting, sign)
        world.clock.forward(minutes=59)
        challenge_id = join(world, visit_id)
        world.clock.forward(minutes=9)
        assert code_of(world.guess(challenge_id))

    def test_who_mistyped_their_number_leaves_the_right_one(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        visit_id = visit(world, visiting, sign)
        join(world, visit_id, BEN)
        assert code_of(world.guess(join(world, visit_id, ANNA)))

    def test_one_tap_makes_one_lead(self, world: World, visiting: Visiting, sign: SoftTag):
        visit_id = visit(world, visiting, sign)
        first, second = join(world, visit_id, ANNA), join(world, visit_id, BEN)
        world.guess(second)
        with pytest.raises(Forbidden) as raised:
            world.guess(first)
        assert raised.value.code == "tap_needed"
        assert world.books.leads.lead(world.lead_id(ANNA)) is None
        assert code_of(world.guess(second)), "who has it is told again"

    @pytest.mark.parametrize("phone", [ANNA, BEN])
    def test_a_tap_that_made_a_lead_is_refused_whoever_asks(
        self, world: World, visiting: Visiting, sign: SoftTag, phone: str
    ):
        visit_id = visit(world, visiting, sign)
        world.guess(join(world, visit_id, ANNA))
        assert is_refused(world, visit_id, phone)

    def test_a_guest_who_comes_back_taps_again_and_gets_the_code_they_have(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        first = world.guess(join(world, visit(world, visiting, sign)))
        world.clock.forward(minutes=30)
        again = world.guess(join(world, visit(world, visiting, sign)))
        assert again.lead.returning
        assert code_of(again) == code_of(first)

    def test_a_known_number_and_a_new_one_get_the_same_answer_by_the_same_steps(self):
        calls: list[str] = []
        world = World(books=watched(in_memory(), calls), limits=LimitSettings(ip_10min=1_000))
        asking(world)
        visiting, sign = Visiting(world.books, world.clock), sign_of(TILL.asset_id)
        spent = visit(world, visiting, sign)
        world.guess(join(world, spent))
        for visit_id, meant in ((visit(world, visiting, sign), False), (spent, True), ("vst_never", True)):
            steps = []
            for phone in (ANNA, BEN):
                calls.clear()
                assert is_refused(world, visit_id, phone) == meant
                steps.append(list(calls))
            assert steps[0] == steps[1]

    def test_an_ordinary_asset_takes_any_visit_and_no_step_more(self):
        calls: list[str] = []
        world = World(books=watched(in_memory(), calls))
        calls.clear()
        world.signups.sign_up(signup(visit_id="vst_never"), PASSER_BY)
        assert calls == [
            "InMemoryAssetBook.asset",
            "InMemoryCampaignBook.campaign",
            "InMemoryChallengeBook.open",
        ]
