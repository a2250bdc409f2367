"""Where an asset's link may lead: to web pages, and nowhere else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.assets.door import an_asset, fault
from twofold.assets.check import check
from twofold.contracts.errors import InvalidRequest

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
    assert all("!" <= character <= "~" for character in checked)
    scheme, rest = checked.split("://", 1)
    authority = rest.replace("?", "/").replace("#", "/").split("/")[0]
    assert authority
    assert not set(authority) & set("@\\")
    host = authority.split(":")[0].lower()
    assert scheme.lower() == "https" or host in ("localhost", "127.0.0.1")


@pytest.mark.parametrize(
    "url",
    [
        "https://shop.example",
        "https://shop.example:8443/menu?a=b#top",
        "https://shop.example/%20x",
        'https://shop.example/today\'s?menu="lunch"',
        "http://localhost:8080/menu",
        "http://127.0.0.1/menu",
        "https://xn--caf-dma.example/",
    ],
)
def test_a_link_leads_to_web_pages(url: str):
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
def test_and_to_nothing_else(url: str):
    assert fault(an_asset(target_url=url)) == "target_url"
