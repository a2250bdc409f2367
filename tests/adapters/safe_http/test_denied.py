"""The table of addresses that may not be called, against documents and against Python's own, which is not enough."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.hostile import BARE, VICTIMS
from twofold.adapters.safe_http.denied import TABLE, why_denied

PUBLIC = (
    *("1.1.1.1", "8.8.8.8", "93.184.216.34", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0"),
    *("126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0"),
    *("192.0.1.0", "192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0"),
    *("203.0.112.255", "203.0.114.0", "223.255.255.255", "168.63.129.15", "168.63.129.17"),
    *(
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1",
        "2001:db9::1",
        "2003::1",
    ),
)


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_right_beside_a_row_may_be_called(address: str):
    assert why_denied(address) is None


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.network)
def test_each_row_holds_from_its_first_address_to_its_last_and_says_where_it_is_from(row):
    network = ip_network(row.network)
    assert why_denied(str(network[0]))
    assert why_denied(str(network[-1]))
    assert row.what
    assert row.source.startswith(("RFC ", "https://"))


@pytest.mark.parametrize("address", [each.strip("[]") for kind in BARE.values() for each in kind])
def test_what_the_documents_name_is_denied(address: str):
    assert why_denied(address)


@pytest.mark.parametrize("text", ["", "localhost", "127.1", "0x7f000001", "fe80::1%", "1.2.3.4/32", "::g"])
def test_what_is_no_address_is_denied(text: str):
    assert why_denied(text) == "not an address"


@pytest.mark.parametrize("zoned", ["fe80::1%eth0", "fe80::1%2", "::1%1"])
def test_a_zone_makes_nothing_public(zoned: str):
    assert why_denied(zoned)


@given(st.ip_addresses(v=4))
def test_whatever_python_calls_private_is_denied(address: IPv4Address):
    if address.is_private or address.is_multicast or address.is_reserved or address.is_loopback:
        assert why_denied(str(address))


@given(st.ip_addresses(v=6))
def test_all_of_ipv6_that_nobody_was_given_is_denied(address: IPv6Address):
    assert why_denied(str(address)) or address in IPv6Network("2000::/3")


@given(st.integers(0, 2**32 - 1), st.sampled_from(VICTIMS))
def test_an_ipv4_address_is_hidden_in_no_prefix_that_is_known(tail: int, victim: str):
    inner = int(IPv4Address(victim))
    hidden = (inner, 0xFFFF << 32 | inner, 0x64FF9B << 96 | inner, 0x2002 << 112 | inner << 80 | tail)
    isatap = 0x2606 << 112 | tail << 64 | 0x5EFE << 32 | inner
    teredo = 0x20010000 << 96 | tail << 64 | inner ^ 0xFFFFFFFF
    assert all(why_denied(str(IPv6Address(address))) for address in (*hidden, isatap, teredo))


def test_the_networks_of_this_machine_are_all_in_the_table():
    for network in ("127.0.0.0/8", "10.0.0.0/8", "169.254.0.0/16"):
        assert all(why_denied(str(part[0])) for part in IPv4Network(network).subnets(new_prefix=16))
