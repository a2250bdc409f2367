"""Assets made, changed and kept: each has a link of its own, and none makes no sense."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.fakes.clock import NOON
from tests.fakes.samples import BUFFET, POSTER, SITE
from tests.fakes.visiting import Keeping
from tests.fakes.world import World
from twofold.assets.change import FIXED, different
from twofold.assets.check import check
from twofold.assets.create import draw_asset_id
from twofold.assets.keep import KeepAsset
from twofold.assets.links import ALPHABET, LENGTH, draw_slug, printed, read_slug, readable
from twofold.assets.model import Asset
from twofold.assets.ports import AssetMoved
from twofold.contracts.errors import Conflict, InvalidRequest, NotFound, Unavailable
from twofold.contracts.events import CampaignChanged


@pytest.fixture
def keeping(world: World) -> Keeping:
    return Keeping(world.books, world.clock)


def an_asset(**fields: Any) -> Asset:
    made = Asset(asset_id="ast_door", campaign_id=BUFFET.campaign_id, kind="qr", name="Door", form="sticker")
    return replace(made, **fields)


def told(world: World, asset_id: str = "ast_door") -> list[tuple[int, object]]:
    """Versions and what they changed, in their order: a clock that stands still gives events none."""
    events = world.books.upkeep.timeline(asset_id)
    return sorted(((event.version, event.data) for event in events), key=lambda pair: pair[0])


def fault(asset: Asset) -> str | None:
    with pytest.raises(InvalidRequest) as raised:
        check(asset)
    return raised.value.field


class TestCreateAsset:
    def test_it_gets_a_link_and_is_told(self, world: World, keeping: Keeping):
        asset = keeping.create(an_asset())
        assert world.books.register.current("ast_door") == asset
        assert world.books.asset_links.find(asset.slug or "").asset_id == "ast_door"
        (event,) = world.books.upkeep.timeline("ast_door")
        assert (event.data, event.version) == (CampaignChanged(changed=("created",)), 1)
        assert (event.campaign_id, event.asset_id) == (BUFFET.campaign_id, "ast_door")

    def test_a_wished_link_is_taken_as_people_type_it(self, keeping: Keeping):
        assert keeping.create(an_asset(slug="d33r")).slug == "D33R"

    def test_a_wished_link_that_is_taken_is_refused(self, world: World, keeping: Keeping):
        keeping.create(an_asset(slug="D33R"))
        with pytest.raises(Conflict) as raised:
            keeping.create(an_asset(asset_id="ast_other", slug="d33r"))
        assert (raised.value.code, raised.value.field) == ("slug_taken", "slug")
        assert told(world, "ast_other") == []

    def test_a_drawn_link_that_is_taken_is_drawn_again(self, world: World, keeping: Keeping):
        keeping.create(an_asset(slug="AAAAAA"))
        drawn = iter(["AAAAAA", "AAAAAA", "BBBBBB"])
        create = replace(keeping.create, draw_slug=lambda: next(drawn))
        assert create(an_asset(asset_id="ast_other")).slug == "BBBBBB"

    def test_it_is_not_tried_for_ever(self, keeping: Keeping):
        keeping.create(an_asset(slug="AAAAAA"))
        create = replace(keeping.create, draw_slug=lambda: "AAAAAA")
        with pytest.raises(Unavailable):
            create(an_asset(asset_id="ast_other"))

    def test_a_campaign_that_never_was_has_no_assets(self, world: World, keeping: Keeping):
        with pytest.raises(NotFound):
            keeping.create(an_asset(campaign_id="never"))
        assert told(world) == []

    def test_an_id_that_is_taken_is_refused(self, keeping: Keeping):
        keeping.create(an_asset())
        with pytest.raises(Conflict) as raised:
            keeping.create(an_asset(name="Another door"))
        assert raised.value.code == "asset_taken"

    def test_drawn_ids_tell_the_kind_and_are_never_the_same(self):
        ids = {draw_asset_id("qr") for _ in range(200)}
        assert len(ids) == 200
        assert all(i.startswith("ast_qr_") for i in ids)
        check(an_asset(asset_id=ids.pop()))


class TestChangeAsset:
    def test_what_changed_is_told_by_name(self, world: World, keeping: Keeping):
        keeping.create(an_asset())
        after = keeping.change("ast_door", {"name": " Gate ", "place": "Market Square"})
        assert (after.name, after.place, after.version) == ("Gate", "Market Square", 2)
        assert told(world)[1] == (2, CampaignChanged(changed=("name", "place")))

    def test_what_is_so_already_is_no_event(self, world: World, keeping: Keeping):
        before = keeping.create(an_asset())
        assert keeping.change("ast_door", {"name": "Door", "form": "sticker"}) == before
        assert len(told(world)) == 1

    def test_it_is_paused_resumed_and_led_elsewhere(self, world: World, keeping: Keeping):
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
    def test_what_is_printed_and_counted_by_stays(self, keeping: Keeping, name: str):
        keeping.create(an_asset())
        with pytest.raises(InvalidRequest) as raised:
            keeping.change("ast_door", {name: "x"})
        assert (raised.value.code, raised.value.field) == ("fixed", name)

    def test_a_field_that_there_is_not_is_named(self, keeping: Keeping):
        keeping.create(an_asset())
        with pytest.raises(InvalidRequest) as raised:
            keeping.change("ast_door", {"colour": "red"})
        assert raised.value.field == "colour"

    def test_one_that_never_was_is_not_found(self, keeping: Keeping):
        with pytest.raises(NotFound):
            keeping.change.pause("ast_never")

    def test_a_change_that_makes_no_sense_is_not_stored(self, world: World, keeping: Keeping):
        keeping.create(an_asset())
        with pytest.raises(InvalidRequest):
            keeping.change.point("ast_door", "javascript:alert(1)")
        assert len(told(world)) == 1

    def test_who_was_overtaken_changes_what_is_there_now(self, world: World, keeping: Keeping):
        keeping.create(an_asset())
        overtaken = replace(keeping.change, register=Overtaken(world.books.register, keeping))
        assert overtaken("ast_door", {"name": "Gate"}).place == "Elsewhere"
        assert [version for version, _ in told(world)] == [1, 2, 3]

    def test_it_is_not_tried_for_ever(self, world: World, keeping: Keeping):
        keeping.create(an_asset())
        with pytest.raises(Unavailable):
            replace(keeping.change, register=NeverStill(world.books.register))("ast_door", {"name": "Gate"})


class Overtaken:
    """A register in which somebody else is quicker, once."""

    def __init__(self, register: Any, keeping: Keeping) -> None:
        self._register, self._keeping, self._done = register, keeping, False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._register, name)

    def change(self, *given: Any) -> None:
        if not self._done:
            self._done = True
            self._keeping.change("ast_door", {"place": "Elsewhere"})
        self._register.change(*given)


class NeverStill:
    def __init__(self, register: Any) -> None:
        self._register = register

    def __getattr__(self, name: str) -> Any:
        return getattr(self._register, name)

    def change(self, *given: Any) -> None:
        raise AssetMoved


class TestKeepAsset:
    def test_the_same_file_again_changes_nothing(self, world: World, keeping: Keeping):
        first = keeping.keep(an_asset())
        assert keeping.keep(an_asset()) == first
        assert len(told(world)) == 1

    def test_what_the_file_says_anew_is_told(self, world: World, keeping: Keeping):
        slug = keeping.keep(an_asset()).slug
        after = keeping.keep(an_asset(name="Gate", countries=("PL",)))
        assert (after.slug, after.version) == (slug, 2)
        assert told(world)[1] == (2, CampaignChanged(changed=("countries", "name")))

    def test_what_a_person_did_since_stays(self, keeping: Keeping):
        keeping.keep(an_asset())
        keeping.change.pause("ast_door")
        keeping.change.point("ast_door", "https://shop.example/menu")
        kept = keeping.keep(an_asset(name="Gate"))
        assert (kept.paused, kept.target_url, kept.name) == (True, "https://shop.example/menu", "Gate")

    def test_a_link_never_becomes_another(self, keeping: Keeping):
        keeping.keep(an_asset(slug="D33R"))
        assert keeping.keep(an_asset(slug="G22R")).slug == "D33R"

    @pytest.mark.parametrize("change", [{"campaign_id": "spa-10"}, {"kind": "nfc", "form": "sign"}])
    def test_an_id_is_not_used_for_something_else(self, keeping: Keeping, change: dict[str, Any]):
        keeping.keep(an_asset())
        with pytest.raises(InvalidRequest) as raised:
            keeping.keep(an_asset(**change))
        assert (raised.value.code, raised.value.field) == ("fixed", next(iter(change)))

    def test_a_wished_link_that_is_taken_is_refused(self, keeping: Keeping):
        keeping.keep(an_asset(slug="D33R"))
        with pytest.raises(Conflict):
            keeping.keep(an_asset(asset_id="ast_other", slug="D33R"))

    def test_a_drawn_one_is_drawn_again(self, world: World, keeping: Keeping):
        keeping.keep(an_asset(slug="AAAAAA"))
        drawn = iter(["AAAAAA", "BBBBBB"])
        keep = KeepAsset(register=world.books.register, draw_slug=lambda: next(drawn), clock=world.clock)
        assert keep(an_asset(asset_id="ast_other")).slug == "BBBBBB"

    def test_it_is_not_tried_for_ever(self, world: World, keeping: Keeping):
        keeping.keep(an_asset())
        with pytest.raises(Unavailable):
            replace(keeping.keep, register=NeverStill(world.books.register))(an_asset(name="Gate"))


class TestCheck:
    def test_the_sample_s_assets_make_sense(self, world: World):
        for asset in world.books.register.of_campaign(BUFFET.campaign_id):
            assert check(asset) == asset

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("asset_id", ""),
            ("asset_id", "a b"),
            ("asset_id", "keyword#x"),
            ("asset_id", "x" * 65),
            ("asset_id", "ast\n"),
            ("kind", "billboard"),
            ("proof", "word"),
            ("name", "  "),
            ("name", "x" * 101),
            ("place", "two\nlines"),
            ("channel", "tab\tulated"),
            ("form", "sign"),
            ("form", "balloon"),
            ("origins", ("https://shop.example/",)),
            ("origins", ("shop.example",)),
            ("origins", ("https://shop.example", "*")),
            ("countries", ("pl",)),
            ("countries", ("PL", "POL")),
            ("proof", "tap"),
            ("slug", "O0O0"),
            ("slug", "X"),
            ("slug", "ABCDEFGHJ"),
            ("slug", "RABCDEFGHJKL"),
        ],
    )
    def test_a_fault_is_told_with_its_field(self, field: str, value: object):
        assert fault(an_asset(**{field: value})) == field

    def test_a_sign_may_ask_for_a_tap_but_gives_no_other_way_in(self):
        sign = an_asset(kind="nfc", form="sign", proof="tap")
        assert check(sign) == sign
        assert fault(replace(sign, keyword="BUFFET")) == "keyword"
        assert check(replace(sign, keyword="BUFFET", proof="none")).keyword == "BUFFET"

    @pytest.mark.parametrize("kind", ["widget", "landing_page", "keyword"])
    def test_what_is_not_put_on_anything_has_no_form(self, kind: str):
        assert fault(an_asset(kind=kind)) == "form"
        check(an_asset(kind=kind, form=None))

    @pytest.mark.parametrize(
        "url",
        [
            "https://shop.example",
            "https://shop.example:8443/menu?a=b#top",
            "https://shop.example/%20x",
            "http://localhost:8080/menu",
            "http://127.0.0.1/menu",
            "https://xn--caf-dma.example/",
        ],
    )
    def test_a_link_leads_to_web_pages(self, url: str):
        assert check(an_asset(target_url=url)).target_url == url

    @pytest.mark.parametrize(
        "url",
        [
            "",
            "http://shop.example",
            "//shop.example/menu",
            "/menu",
            "https:/menu",
            "https://",
            "https:///menu",
            "https://user:word@shop.example",
            "https://shop.example@evil.example",
            "https://shop.example\\@evil.example",
            "https://shop.example:0/",
            "https://shop.example:99999/",
            "https://[::1",
            "https://shop.example/\r\nSet-Cookie: a=b",
            "https://shop.example/ menu",
            "https://café.example/",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,<script>",
            "file:///etc/passwd",
            "ftp://shop.example",
            "http://localhost.evil.example/",
            "http://127.0.0.1.evil.example/",
            "http://localhost:80@evil.example/",
            "https://shop.example/" + "x" * 2_048,
        ],
    )
    def test_and_to_nothing_else(self, url: str):
        assert fault(an_asset(target_url=url)) == "target_url"


PIECES = st.sampled_from(
    [
        *(
            "https",
            "http",
            "HTTPS",
            "javascript",
            "data",
            "file",
            "//",
            "/",
            "\\",
            ":",
            "@",
            "#",
            "?",
            "&",
            "=",
        ),
        *("%00", "%0d%0a", "\r\n", "\t", " ", "\x00", "..", ".", "[", "]", "::1", "localhost", "127.0.0.1"),
        *("shop.example", "evil.example", "8080", "0", "65536", "user:word", "é", "\u202e", "\u2028", "xn--"),
    ]
)
JOINED = st.lists(PIECES, max_size=12).map("".join)
HOSTILE = st.one_of(JOINED, JOINED.map(lambda rest: f"https://{rest}"), st.text(max_size=60))


def led(url: str) -> str | None:
    """Where a link leads that was given this target; None when it was refused."""
    try:
        return check(an_asset(target_url=url)).target_url
    except InvalidRequest as error:
        if error.field != "target_url":
            raise
        return None


@given(HOSTILE)
@example("https://shop.example\\.evil.example/")
@example("https://shop.example\t@evil.example")
@example("http://localhost\\@evil.example")
@example("https:\\\\evil.example")
def test_whatever_is_typed_in_a_link_leads_to_a_web_page_or_nowhere(url: str):
    """By the rules of RFC 3986 alone, read without the parser that `check` uses."""
    checked = led(url)
    if checked is None:
        return
    assert checked == url
    assert all("!" <= sign <= "~" for sign in checked)
    scheme, rest = checked.split("://", 1)
    authority = rest.replace("?", "/").replace("#", "/").split("/")[0]
    assert authority
    assert not set(authority) & set("@\\")
    host = authority.split(":")[0].lower()
    assert scheme.lower() == "https" or host in ("localhost", "127.0.0.1")


class TestLinks:
    def test_slugs_are_short_told_apart_and_never_misread(self):
        slugs = {draw_slug() for _ in range(500)}
        assert len(slugs) == 500
        assert {len(slug) for slug in slugs} == {LENGTH}
        assert not set("0O1I") & set("".join(slugs))
        assert all(read_slug(slug.lower()) == slug for slug in slugs)

    @pytest.mark.parametrize(
        ("typed", "slug"),
        [
            ("4f7k2m", "4F7K2M"),
            ("AB", "AB"),
            ("ABCDEFGH", "ABCDEFGH"),
            ("rabcdefghjkl", "RABCDEFGHJKL"),
            ("A", None),
            ("ABCDEFGHJ", None),
            ("SED279vd3", None),
            ("ABCDEFGHJKLM", None),
            ("RABCDEFGHJK", None),
            ("RABCDEFGHJKLM", None),
            ("O0", None),
            ("AB CD", None),
            ("ÄB", None),
            ("ßß", None),
            ("ab\n", None),
            ("", None),
        ],
    )
    def test_a_slug_is_read_as_people_type_it(self, typed: str, slug: str | None):
        assert read_slug(typed) == slug

    @given(st.text(max_size=20))
    def test_whatever_is_typed_is_a_slug_or_none(self, typed: str):
        slug = read_slug(typed)
        assert slug is None or (set(slug) <= set(ALPHABET) and len(slug) == len(typed))

    def test_in_print_it_stands_in_upper_case_and_below_it_to_be_typed(self):
        assert printed("https://go.brand.example", "4F7K2M") == "HTTPS://GO.BRAND.EXAMPLE/4F7K2M"
        assert readable(SITE, "4F7K2M") == "twofold.example/4F7K2M"


def test_what_differs_is_named_and_versions_are_no_difference():
    assert different(POSTER, replace(POSTER, name="Door", paused=True, version=9)) == ("name", "paused")
    assert different(POSTER, replace(POSTER, version=9)) == ()


def test_a_change_is_dated_by_the_clock(world: World, keeping: Keeping):
    keeping.create(an_asset())
    (event,) = world.books.upkeep.timeline("ast_door")
    assert event.time == NOON.strftime("%Y-%m-%dT%H:%M:%S.000Z")
