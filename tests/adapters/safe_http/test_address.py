"""Which addresses are taken, and as what they are read."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twofold.adapters.safe_http.address import LONGEST, Address, read_address
from twofold.webhooks.ports import Refused

LONG = f"{'a' * 63}.{'b' * 63}.{'c' * 63}.{'d' * 57}.com"
PIECES = (
    *(
        "https://",
        "http://",
        "example.com",
        "crm",
        ".com",
        "127.0.0.1",
        "8.8.8.8",
        "[::1]",
        "[2606:4700::1]",
        "443",
    ),
    *(
        "localhost",
        "xn--",
        "xn--w-uga1v8h",
        "ż",
        "。",
        "１",
        "ⓛ",
        "\u200d",
        "\ud800",
        "%2e",
        "%",
        "0x7f",
        "@",
        ":",
        "/",
    ),
    *(
        "\\",
        "?",
        "#",
        "[",
        "]",
        ".",
        "-",
        "_",
        "~",
        ";",
        "&",
        ",",
        " ",
        "\t",
        "\r\n",
        "\x00",
        "0",
        "1",
        "a",
        "Z",
    ),
)


@pytest.mark.parametrize(
    ("url", "host", "target"),
    [
        ("https://crm.example.com", "crm.example.com", "/"),
        ("https://crm.example.com/", "crm.example.com", "/"),
        ("HTTPS://CRM.Example.COM:443/Hooks?Key=Ab", "crm.example.com", "/Hooks?Key=Ab"),
        ("https://crm.example.com?key=1", "crm.example.com", "/?key=1"),
        ("https://a-b.c1.example.co.uk/x/y;z=1,2/(a)!*'~", "a-b.c1.example.co.uk", "/x/y;z=1,2/(a)!*'~"),
        ("https://crm.example.com/a%20b%2Fc?q=%C5%BC&x[]=1", "crm.example.com", "/a%20b%2Fc?q=%C5%BC&x[]=1"),
        ("https://crm.example.com/user@host:80", "crm.example.com", "/user@host:80"),
        ("https://żółw.example/ok", "xn--w-uga1v8h.example", "/ok"),
        ("https://ŻÓŁW.Example", "xn--w-uga1v8h.example", "/"),
        ("https://z\u0307o\u0301łw.example", "xn--w-uga1v8h.example", "/"),
        ("https://xn--w-uga1v8h.example", "xn--w-uga1v8h.example", "/"),
        ("https://日本語.example", "xn--wgv71a119e.example", "/"),
        ("https://faß.example", "xn--fa-hia.example", "/"),
        ("https://8.8.8.8/dns", "8.8.8.8", "/dns"),
        ("https://[2606:4700:0:0::1111]/x", "2606:4700::1111", "/x"),
        (f"https://{LONG}", LONG, "/"),
    ],
)
def test_a_public_host_is_taken_and_read_in_one_way(url: str, host: str, target: str):
    assert read_address(url) == Address(host, 443, target)


@pytest.mark.parametrize(
    ("host", "authority"), [("crm.example.com", "crm.example.com"), ("2606:4700::1111", "[2606:4700::1111]")]
)
def test_what_is_told_to_the_other_side_has_no_port_where_it_is_the_usual_one(host: str, authority: str):
    assert Address(host, 443, "/").authority == authority


@pytest.mark.parametrize(
    ("url", "port", "target"),
    [
        ("http://127.0.0.1:8123/hooks?a=1", 8123, "/hooks?a=1"),
        ("http://localhost:1", 1, "/"),
        ("http://127.0.0.1", 80, "/"),
    ],
)
def test_this_machine_is_taken_only_where_it_is_allowed(url: str, port: int, target: str):
    read = read_address(url, allow_loopback=True)
    assert read == Address("127.0.0.1", port, target, secure=False)
    assert read.authority == f"127.0.0.1:{port}"
    with pytest.raises(Refused):
        read_address(url)


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1:0/", "http://127.0.0.1:65536/", "http://127.0.0.2:80/", "http://[::1]:80/"),
        *("http://127.0.0.1:80@example.com/", "http://localhost.example.com/", "http://localhost:80a/"),
        *("http://example.com/", "https://127.0.0.1/", "https://localhost/", "http://0.0.0.0:80/"),
        *("http://localhost:١/", "http://user@127.0.0.1/", "http://127.0.0.1/#", "http://127.1/"),
    ],
)
def test_nothing_else_becomes_allowed_with_it(url: str):
    with pytest.raises(Refused):
        read_address(url, allow_loopback=True)


def test_an_address_may_be_so_long_and_no_longer():
    start = "https://crm.example.com/"
    assert read_address(start + "a" * (LONGEST - len(start)))
    with pytest.raises(Refused):
        read_address(start + "a" * (LONGEST + 1 - len(start)))


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join) | st.text(max_size=40), st.booleans())
def test_whatever_is_taken_others_read_alike_and_nothing_fails_in_another_way(rest: str, begun: bool):
    url = f"https://{rest}" if begun else rest
    try:
        read = read_address(url)
    except Refused:
        return
    other = urlsplit(url)
    assert (other.scheme, other.username, other.password, other.fragment) == ("https", None, None, "")
    assert other.port in (None, read.port)
    assert read.host == other.hostname or "xn--" in read.host or ":" in read.host
    assert read.host.isascii()
    assert read.target.startswith("/")
