"""How people meet an asset: by its link, by a page that tells of it; and what is made of it."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import NOON
from tests.fakes.made import a_click
from tests.fakes.samples import ASSETS, LANDING, PASSER_BY, POSTER, SHOP, SITE, WIDGET
from tests.fakes.visiting import Visiting
from tests.fakes.world import World
from twofold.assets.links import AssetLink
from twofold.assets.model import Asset
from twofold.contracts.errors import Forbidden, InvalidRequest, NotFound, Unavailable
from twofold.contracts.events import AssetVisited
from twofold.contracts.instants import day_of
from twofold.contracts.payloads import VisitRequest
from twofold.visits.device import device_of
from twofold.visits.machines import known_machine
from twofold.visits.model import draw_visit_id
from twofold.visits.target import Ticket, target_of
from twofold.visits.utm import LONGEST, NAMES, read_utm, with_query

SIGN = ASSETS["ast_till_sign"]
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"
REFERRAL = "RFREEND22222"


@pytest.fixture
def visiting(world: World) -> Visiting:
    return Visiting(world.books, world.clock)


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


TEXTS = st.text(max_size=40) | st.sampled_from(
    [
        "//evil.example",
        "https://evil.example",
        "\r\nLocation: https://evil.example",
        "@evil.example",
        "\\evil",
        "#",
        "&",
        "\x00",
    ]
)
QUERIES = st.dictionaries(
    st.sampled_from([*NAMES, "tf_visit", "tf_ref", "next", "url"]) | TEXTS, TEXTS, max_size=6
)
TARGETS = st.sampled_from(
    [
        None,
        "https://shop.example",
        "https://shop.example:8443/menu?a=b#top",
        "https://shop.example?utm_source=a",
    ]
)


@given(query=QUERIES, target=TARGETS, paused=st.booleans(), referral=st.sampled_from([None, REFERRAL]))
def test_no_query_leads_off_the_asset_s_own_target(
    query: dict[str, str], target: str | None, paused: bool, referral: str | None
):
    asset = replace(POSTER, target_url=target, paused=paused)
    ticket = Ticket(visit_id=draw_visit_id(), utm=read_utm(query), referral=referral)
    led = target_of(asset, SITE, ticket)
    meant = urlsplit(target if target and not paused else f"{SITE}/j/{asset.asset_id}")
    gone = urlsplit(led)
    assert (gone.scheme, gone.netloc, gone.path) == (meant.scheme, meant.netloc, meant.path)
    assert led.isascii()
    assert led.isprintable()
    assert " " not in led
    names = [name for name, _ in parse_qsl(gone.query, keep_blank_values=True)]
    assert set(names) <= {*NAMES, "tf_visit", "tf_ref", "a"}
    assert len(names) == len(set(names))


def report(visiting: Visiting, asset: Asset = LANDING, origin: str | None = None, **fields: Any) -> str:
    request = VisitRequest(asset_id=asset.asset_id, **{"kind": "opened", **fields})
    visitor = replace(PASSER_BY, user_agent=IPHONE, origin=origin)
    return visiting.report(request, visitor).visit_id


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


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (IPHONE, "phone"),
        (
            "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36",
            "phone",
        ),
        ("Opera/9.80 (J2ME/MIDP; Opera Mini/9.80)", "phone"),
        ("Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148", "tablet"),
        ("Mozilla/5.0 (Linux; Android 14; SM-X910) AppleWebKit/537.36 Chrome/142.0 Safari/537.36", "tablet"),
        ("Mozilla/5.0 (Linux; Android 11; KFTRWI) AppleWebKit/537.36 Silk/120.1 like Chrome", "tablet"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36",
            "desktop",
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0", "desktop"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0", "desktop"),
        ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36", "desktop"),
        ("", "other"),
        ("Mozilla/5.0 (SmartTV; Tizen 7.0)", "other"),
    ],
)
def test_a_device_is_told_by_what_its_browser_says(agent: str, device: str):
    assert device_of(agent) == device


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({}, None),
        ({"method": "HEAD"}, "head"),
        ({"user_agent": " "}, "no_user_agent"),
        ({"user_agent": "Twitterbot/1.0"}, "known_machine"),
        ({"user_agent": "curl/8.5.0"}, "known_machine"),
        ({"purpose": "Prefetch"}, "prefetch"),
        ({"user_agent": IPHONE + " Twitter for iPhone"}, None),
        ({"user_agent": IPHONE + " [LinkedInApp]"}, None),
        ({"user_agent": IPHONE + " [Pinterest/iOS]"}, None),
    ],
)
def test_a_machine_is_known_by_what_gives_it_away(fields: dict[str, Any], rule: str | None):
    assert known_machine(a_click(NOON, **fields)) == rule


class TestUtm:
    def test_only_tags_that_say_something_are_read(self):
        query = {"utm_source": " a ", "utm_medium": "", "utm_campaign": "  ", "utm_id": "1", "x": "y"}
        assert read_utm(query) == {"utm_source": "a"}

    def test_what_is_too_long_is_cut(self):
        assert read_utm({"utm_term": "x" * 5_000}) == {"utm_term": "x" * LONGEST}

    def test_a_target_s_own_parameters_stay_in_their_order(self):
        led = with_query("https://shop.example/a?b=&utm_source=own#top", {"utm_source": "x", "c": "d e"})
        assert led == "https://shop.example/a?b=&utm_source=own&c=d+e#top"


def test_ids_of_visits_are_long_and_never_the_same():
    ids = {draw_visit_id() for _ in range(500)}
    assert len(ids) == 500
    assert min(len(i) for i in ids) >= len("vst_") + 20
