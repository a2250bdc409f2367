"""Signs that prove their taps: a copied link leads to the same page as a genuine one, without the proof."""

import subprocess
import sys
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.samples import SITE
from tests.fakes.tags import SoftTag
from tests.fakes.visiting import Visiting, sign_of
from tests.fakes.world import World
from tests.unit.taps.till import (
    NOT_PROVED,
    OTHER_UID,
    PAGE,
    TAPPED,
    TILL,
    Failing,
    asking,
    is_refused,
    join,
    tap,
    visit,
)
from tests.unit.visits.meeting import REFERRAL, OneLink, counts, slug_of, told, visit_of
from twofold.assets.nfc.authenticated import authenticated_file
from twofold.contracts.errors import NotFound, OutcomeUnknown, Unavailable


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
        opened = urlsplit(sign.tap_link(authenticated_file(SITE, slug).link))
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
