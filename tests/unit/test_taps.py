"""Signs that prove their taps: a genuine one opens the way to a code, a copied link leads to the same page without."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.in_memory import in_memory
from tests.fakes.samples import ANNA, ASSETS, BEN, PASSER_BY, SITE, signup
from tests.fakes.tags import SoftTag
from tests.fakes.visiting import Visiting, sign_of
from tests.fakes.world import World
from tests.unit.test_same_answer import watched
from tests.unit.test_visits import REFERRAL, OneLink, counts, slug_of, told, visit_of
from twofold.assets.model import Asset
from twofold.assets.nfc.secured import secured_file
from twofold.contracts.errors import Forbidden, NotFound, OutcomeUnknown, Unavailable
from twofold.contracts.events import AssetVisited, LeadConfirmed, LeadReturned, SignupRequested
from twofold.contracts.payloads import VisitRequest
from twofold.contracts.settings import LimitSettings
from twofold.visits.tap import FRESH

TILL = ASSETS["ast_till_sign"]
PAGE = f"{SITE}/j/{TILL.asset_id}"
TAPPED = AssetVisited(kind="tapped", device="phone", verified=True)
NOT_PROVED = AssetVisited(kind="tapped", device="phone", verified=False)
OTHER_UID = bytes.fromhex("04AABBCCDDEE80")


@pytest.fixture
def visiting(world: World) -> Visiting:
    """The sign at the till asks for a tap."""
    asking(world)
    return Visiting(world.books, world.clock)


@pytest.fixture
def sign() -> SoftTag:
    return sign_of(TILL.asset_id)


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


class TestTapping:
    def test_a_genuine_tap_is_a_proved_visit_of_the_landing_page(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        led = tap(world, visiting, sign)
        assert led == f"{PAGE}?tf_visit={visit_of(led)}"
        assert told(world, visit_of(led)) == [TAPPED]
        assert counts(world, TILL) == {"tapped": 1}

    def test_the_link_that_is_written_on_the_tag_is_the_one_that_is_read(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        slug = slug_of(world, TILL)
        opened = urlsplit(sign.tap_link(secured_file(SITE, slug).link))
        assert opened.path == f"/n/{slug}"
        led = visiting.tap(slug, "", "", query=dict(parse_qsl(opened.query)))
        assert told(world, visit_of(led)) == [TAPPED]

    def test_each_tap_is_a_visit_of_its_own(self, world: World, visiting: Visiting, sign: SoftTag):
        ids = {visit(world, visiting, sign) for _ in range(5)}
        assert len(ids) == 5
        assert all(told(world, visit_id) == [TAPPED] for visit_id in ids)

    def test_a_copied_link_leads_to_the_same_page_and_proves_nothing(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        picc, mac = sign.tap()
        slug = slug_of(world, TILL)
        genuine, copied = (visit_of(visiting.tap(slug, picc, mac)) for _ in range(2))
        assert (told(world, genuine), told(world, copied)) == ([TAPPED], [NOT_PROVED])
        assert counts(world, TILL) == {"tapped": 1, "unverified": 1}
        assert is_refused(world, copied)
        assert not is_refused(world, genuine)

    def test_a_link_that_was_kept_while_others_tapped_is_too_late(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        kept = sign.tap()
        assert told(world, visit(world, visiting, sign)) == [TAPPED]
        led = visiting.tap(slug_of(world, TILL), *kept)
        assert told(world, visit_of(led)) == [NOT_PROVED]

    def test_a_tap_of_another_sign_is_none_here(self, world: World, visiting: Visiting):
        led = tap(world, visiting, sign_of("ast_window_poster"))
        assert told(world, visit_of(led)) == [NOT_PROVED]

    def test_two_tags_of_one_sign_count_for_themselves(self, world: World, visiting: Visiting, sign: SoftTag):
        second = sign_of(TILL.asset_id, OTHER_UID)
        for _ in range(9):
            sign.tap()
        for tag in (sign, second, sign, second):
            assert told(world, visit(world, visiting, tag)) == [TAPPED]

    @pytest.mark.parametrize(
        "query",
        [
            {},
            {"p": "0" * 32, "c": "0" * 16},
            {"p": "F" * 32, "c": "F" * 16},
            {"p": "EF963FF7828658A599F3041510671E88"},
            {"c": "94EED9EE65337086"},
            {"p": "EF963FF7828658A599F3041510671E88", "c": "94EED9EE65337086"},
            {"p": "x" * 5_000, "c": "é" * 16},
            {"p": "", "c": ""},
        ],
    )
    def test_whatever_else_stands_in_the_link_is_a_visit_without_proof(
        self, world: World, visiting: Visiting, query: dict[str, str]
    ):
        led = visiting.tap(slug_of(world, TILL), "", "", query=query)
        assert led.startswith(f"{PAGE}?tf_visit=")
        assert told(world, visit_of(led)) == [NOT_PROVED]
        assert is_refused(world, visit_of(led))

    def test_a_sign_that_asks_for_nothing_is_tapped_all_the_same(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        asking(world, proof="none")
        assert told(world, visit(world, visiting, sign)) == [TAPPED]
        led = visiting.tap(slug_of(world, TILL), "", "")
        assert told(world, visit_of(led)) == [NOT_PROVED]
        assert join(world, visit_of(led))

    def test_neither_the_proof_nor_a_foreign_visit_is_handed_on(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        picc, mac = sign.tap()
        query = {"p": picc, "c": mac, "utm_source": "till", "tf_visit": "vst_mine", "tf_ref": "RX"}
        led = visiting.tap(slug_of(world, TILL), picc, mac, query=query)
        assert led == f"{PAGE}?utm_source=till&tf_visit={visit_of(led)}"
        assert visit_of(led) != "vst_mine"

    def test_a_target_of_its_own_gets_the_visit_too(self, world: World, visiting: Visiting, sign: SoftTag):
        asking(world, target_url="https://shop.example/menu")
        assert tap(world, visiting, sign).startswith("https://shop.example/menu?tf_visit=vst_")

    @pytest.mark.parametrize("slug", ["", "x", "NEVER2", "SED279vd3", "RABCDEFGHJKL", "x" * 3_000, "../j"])
    def test_at_another_address_there_is_no_sign(self, visiting: Visiting, sign: SoftTag, slug: str):
        with pytest.raises(NotFound) as raised:
            visiting.tap(slug, *sign.tap())
        assert raised.value.code == "link_not_found"

    def test_a_lead_s_own_link_is_no_sign(self, world: World, visiting: Visiting, sign: SoftTag):
        visiting.follow_tap = replace(visiting.follow_tap, links=OneLink(REFERRAL, TILL))
        with pytest.raises(NotFound):
            visiting.tap(REFERRAL, *sign.tap())

    @pytest.mark.parametrize(
        "fields",
        [{"method": "HEAD"}, {"user_agent": "WhatsApp/2.24"}, {"user_agent": ""}, {"purpose": "prefetch"}],
    )
    def test_a_preview_uses_no_tap_up(
        self, world: World, visiting: Visiting, sign: SoftTag, fields: dict[str, str]
    ):
        picc, mac = sign.tap()
        slug = slug_of(world, TILL)
        assert visiting.tap(slug, picc, mac, **fields) == PAGE  # type: ignore[arg-type]
        assert counts(world, TILL) == {"machine": 1}
        assert told(world, visit_of(visiting.tap(slug, picc, mac))) == [TAPPED]

    def test_in_a_crowd_a_tap_is_not_counted_but_still_a_proof(self, world: World, sign: SoftTag):
        asking(world)
        visiting = Visiting(world.books, world.clock, most=1)
        counted, uncounted = visit(world, visiting, sign), visit(world, visiting, sign)
        assert (told(world, counted), told(world, uncounted)) == ([TAPPED], [])
        assert counts(world, TILL) == {"tapped": 1}
        assert not is_refused(world, uncounted)
        assert visit_of(visiting.tap(slug_of(world, TILL), "", "")) is None

    def test_when_nothing_can_be_stored_people_go_on_without_proof(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        visiting.follow_tap = replace(visiting.follow_tap, taps=Failing(Unavailable("down")))
        assert tap(world, visiting, sign) == PAGE

    def test_when_nobody_can_tell_the_visit_goes_along_and_proves_itself_or_not(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        lost = replace(visiting.follow_tap, taps=Failing(OutcomeUnknown("lost")))
        visiting.follow_tap = lost
        visit_id = visit(world, visiting, sign)
        assert visit_id.startswith("vst_")
        assert is_refused(world, visit_id)


class Failing:
    def __init__(self, error: Exception) -> None:
        self._error = error

    def prove(self, *given: object) -> bool:
        raise self._error


class TestASignUpThatNeedsATap:
    def test_a_genuine_tap_opens_the_way_to_a_code(self, world: World, visiting: Visiting, sign: SoftTag):
        visit_id = visit(world, visiting, sign)
        challenge_id = join(world, visit_id)
        assert world.guess(challenge_id).discount.code
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
        assert world.guess(challenge_id).discount.code

    def test_who_mistyped_their_number_leaves_the_right_one(
        self, world: World, visiting: Visiting, sign: SoftTag
    ):
        visit_id = visit(world, visiting, sign)
        join(world, visit_id, BEN)
        assert world.guess(join(world, visit_id, ANNA)).discount.code

    def test_one_tap_makes_one_lead(self, world: World, visiting: Visiting, sign: SoftTag):
        visit_id = visit(world, visiting, sign)
        first, second = join(world, visit_id, ANNA), join(world, visit_id, BEN)
        world.guess(second)
        with pytest.raises(Forbidden) as raised:
            world.guess(first)
        assert raised.value.code == "tap_needed"
        assert world.books.leads.lead(world.lead_id(ANNA)) is None
        assert world.guess(second).discount.code, "who has it is told again"

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
        assert again.discount.code == first.discount.code

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


class TestWhatIsToldOfAVisit:
    def test_a_sign_up_and_its_lead_say_which_visit_they_came_of(self, world: World):
        asked = signup(visit_id="vst_mine", variant="warm")
        world.guess(world.signups.sign_up(asked, PASSER_BY).challenge_id)
        data = [event.data for event in world.timeline()]
        (request,) = [d for d in data if isinstance(d, SignupRequested)]
        (lead,) = [d for d in data if isinstance(d, LeadConfirmed)]
        assert (request.visit_id, request.variant, lead.visit_id) == ("vst_mine", "warm", "vst_mine")

    def test_so_does_a_text_that_is_asked_for_again(self, world: World):
        asked = signup(visit_id="vst_mine", variant="warm")
        challenge_id = world.signups.sign_up(asked, PASSER_BY).challenge_id
        world.clock.forward(minutes=1)
        world.signups.resend(challenge_id, PASSER_BY)
        told_twice = [e.data for e in world.timeline() if isinstance(e.data, SignupRequested)]
        assert [(d.visit_id, d.variant) for d in told_twice] == [("vst_mine", "warm")] * 2

    def test_so_does_a_guest_who_comes_back(self, world: World):
        world.confirmed()
        world.clock.forward(minutes=30)
        world.guess(world.signups.sign_up(signup(visit_id="vst_second"), PASSER_BY).challenge_id)
        (back,) = [e.data for e in world.timeline() if isinstance(e.data, LeadReturned)]
        assert back.visit_id == "vst_second"


@given(
    picc=st.text(max_size=40) | st.from_regex(r"[0-9A-Fa-f]{32}", fullmatch=True),
    mac=st.text(max_size=20) | st.from_regex(r"[0-9A-Fa-f]{16}", fullmatch=True),
)
def test_nobody_guesses_a_tap(picc: str, mac: str):
    world = World()
    asking(world)
    led = Visiting(world.books, world.clock).tap(slug_of(world, TILL), picc, mac)
    assert led.startswith(f"{PAGE}?tf_visit=vst_")
    assert told(world, visit_of(led)) == [NOT_PROVED]


def test_only_who_taps_waits_for_the_cryptography():
    code = "import sys, twofold.visits.follow_tap; print('cryptography' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": "layers/twofold/python"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "False\n"
