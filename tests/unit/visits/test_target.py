"""Where an asset's link leads, and what goes along."""

from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.samples import POSTER, SITE
from tests.unit.visits.meeting import (
    REFERRAL,
)
from twofold.visits.model import draw_visit_id
from twofold.visits.target import Ticket, target_of
from twofold.visits.utm import LONGEST, NAMES, read_utm, with_query

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


class TestUtm:
    def test_only_tags_that_say_something_are_read(self):
        query = {"utm_source": " a ", "utm_medium": "", "utm_campaign": "  ", "utm_id": "1", "x": "y"}
        assert read_utm(query) == {"utm_source": "a"}

    def test_what_is_too_long_is_cut(self):
        assert read_utm({"utm_term": "x" * 5_000}) == {"utm_term": "x" * LONGEST}

    def test_a_target_s_own_parameters_stay_in_their_order(self):
        led = with_query("https://shop.example/a?b=&utm_source=own#top", {"utm_source": "x", "c": "d e"})
        assert led == "https://shop.example/a?b=&utm_source=own&c=d+e#top"
