"""Addresses that nobody may make us call, each with the document that says what it is.

A table of our own: `ipaddress.is_global` takes multicast, 6to4, NAT64 and ISATAP for global, and differs between
Python's versions. IPv6 is the other way round: only 2000::/3 is given out to anybody, so that the rest is refused as a
whole, and the rows within it are what else is refused.
"""

from ipaddress import IPv6Address, IPv6Network, ip_address, ip_network
from typing import NamedTuple

AZURE = "https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16"


class Denied(NamedTuple):
    network: str
    what: str
    source: str


TABLE = (
    Denied("0.0.0.0/8", "this host or network", "RFC 791, 3.2"),
    Denied("10.0.0.0/8", "private", "RFC 1918"),
    Denied("100.64.0.0/10", "shared by a carrier's customers", "RFC 6598"),
    Denied("127.0.0.0/8", "this machine itself", "RFC 1122, 3.2.1.3"),
    Denied("168.63.129.16/32", "a cloud's own", AZURE),
    Denied("169.254.0.0/16", "link-local, where clouds tell credentials", "RFC 3927"),
    Denied("172.16.0.0/12", "private", "RFC 1918"),
    Denied("192.0.0.0/24", "for protocols", "RFC 6890, 2.1"),
    Denied("192.0.2.0/24", "for documentation", "RFC 5737"),
    Denied("192.31.196.0/24", "a sink of name servers", "RFC 7535"),
    Denied("192.52.193.0/24", "a relay of multicast", "RFC 7450"),
    Denied("192.88.99.0/24", "a relay of 6to4", "RFC 7526"),
    Denied("192.168.0.0/16", "private", "RFC 1918"),
    Denied("192.175.48.0/24", "a sink of name servers", "RFC 7534"),
    Denied("198.18.0.0/15", "for benchmarks", "RFC 2544"),
    Denied("198.51.100.0/24", "for documentation", "RFC 5737"),
    Denied("203.0.113.0/24", "for documentation", "RFC 5737"),
    Denied("224.0.0.0/4", "multicast", "RFC 5771"),
    Denied("240.0.0.0/4", "reserved, or broadcast", "RFC 1112, 4; RFC 919, 7"),
    Denied("::/128", "no address", "RFC 4291, 2.5.2"),
    Denied("::1/128", "this machine itself", "RFC 4291, 2.5.3"),
    Denied("::/96", "IPv4 within IPv6", "RFC 4291, 2.5.5.1"),
    Denied("::ffff:0:0/96", "IPv4 within IPv6", "RFC 4291, 2.5.5.2"),
    Denied("::ffff:0:0:0/96", "IPv4 within IPv6", "RFC 2765, 2.1"),
    Denied("64:ff9b::/96", "IPv4 behind a translator", "RFC 6052, 2.1"),
    Denied("64:ff9b:1::/48", "IPv4 behind a translator", "RFC 8215"),
    Denied("100::/64", "discarded", "RFC 6666"),
    Denied("2001::/32", "Teredo, IPv4 within IPv6", "RFC 4380, 2.6"),
    Denied("2001::/23", "for protocols", "RFC 2928"),
    Denied("2001:db8::/32", "for documentation", "RFC 3849"),
    Denied("2002::/16", "6to4, IPv4 within IPv6", "RFC 3056, 2"),
    Denied("2620:4f:8000::/48", "a sink of name servers", "RFC 7534"),
    Denied("3ffe::/16", "given back by the 6bone", "RFC 3701"),
    Denied("3fff::/20", "for documentation", "RFC 9637"),
    Denied("5f00::/16", "for segment routing", "RFC 9602"),
    Denied("fc00::/7", "unique local, where clouds tell credentials", "RFC 4193"),
    Denied("fe80::/10", "link-local", "RFC 4291, 2.5.6"),
    Denied("fec0::/10", "site-local", "RFC 3879"),
    Denied("ff00::/8", "multicast", "RFC 4291, 2.7"),
)  # fmt: skip
"""All but a few stand in the registries that RFC 6890 made:
https://www.iana.org/assignments/iana-ipv4-special-registry
and https://www.iana.org/assignments/iana-ipv6-special-registry."""

_ROWS = tuple((ip_network(row.network), row.what) for row in TABLE)
_GIVEN_OUT = IPv6Network("2000::/3")
"""https://www.iana.org/assignments/ipv6-address-space: the one part of IPv6 that is global unicast."""

_ISATAP = (0x00005EFE, 0x02005EFE)
"""The upper half of an interface identifier whose lower half is an IPv4 address: RFC 5214, 6.1."""


def why_denied(address: str) -> str | None:
    """What an address is that may not be called; None for one that may. Text that is no address is denied, too."""
    try:
        read = ip_address(address)
    except ValueError:
        return "not an address"
    row = next((what for network, what in _ROWS if read in network), None)
    return row or (_why_not_given_out(read) if isinstance(read, IPv6Address) else None)


def _why_not_given_out(read: IPv6Address) -> str | None:
    if read not in _GIVEN_OUT:
        return "not given out to anybody"
    if int(read) >> 32 & 0xFFFFFFFF in _ISATAP:
        return "ISATAP, IPv4 within IPv6"
    return None
