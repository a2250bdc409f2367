"""The host of an address that a user gives: a public name or a plain IP address, in one writing only.

What other programs would make an IP address of (`2130706433`, `0x7f.1`, `127.1`, `①②⑦.0.0.1`) is no host here: it is
refused, never converted.
"""

import re
import unicodedata
from ipaddress import IPv4Address, IPv6Address

from twofold.webhooks.ports import Refused

from .denied import why_denied

_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_LIKE_A_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_LONGEST = 253
"""Characters of a name as DNS knows it (RFC 1035, 2.3.4)."""

_NOT_PUBLIC = frozenset(
    {
        *("alt", "arpa", "invalid", "local", "localhost", "onion", "test"),
        *("corp", "home", "internal", "intranet", "lan", "localdomain", "mail", "private"),
    }
)
"""Last labels that lead to no public host: RFC 6761, 6762, 7686, 8375 and 9476, ICANN's resolutions on .corp, .home and
.mail and on .internal, and what routers and offices make up."""


def read_host(text: str) -> str:
    """As it is looked up and told to the other side: a name in lower case and ASCII, or an IP address but no brackets.

    Raises Refused.
    """
    if text.startswith("["):
        return _allowed(_ipv6(text))
    name = _in_ascii(text)
    labels = name.split(".")
    if _LIKE_A_NUMBER.fullmatch(labels[-1]):
        return _allowed(_ipv4(name))
    if len(name) > _LONGEST or not all(map(_LABEL.fullmatch, labels)):
        raise Refused("The host is not a name that DNS could know.")
    if len(labels) < 2 or labels[-1] in _NOT_PUBLIC:
        raise Refused("The host must be one that the internet knows, such as crm.example.com.")
    return name


def _in_ascii(text: str) -> str:
    """A name in another script as `xn--…`, by IDNA 2008 (RFC 5891), which knows no two writings of one name."""
    lowered = text.lower()
    if text.isascii() and "xn--" not in lowered:
        return lowered
    if any(map(_means_another, text)):
        raise Refused("The host has digits, full stops or letters that stand for others.")
    import idna  # rarely needed, and its tables take a while to load

    try:
        return idna.encode(unicodedata.normalize("NFC", lowered), strict=True).decode()
    except (idna.IDNAError, UnicodeError):
        raise Refused("The host is not a name in any script.") from None


def _means_another(character: str) -> bool:
    """Whether it would be read as plain ASCII somewhere, as ｅ, １ and 。 are, or is a digit of its own."""
    read = unicodedata.normalize("NFKC", character) + character.lower()
    stop = character in "\u3002\uff0e\uff61"
    return not character.isascii() and (stop or character.isdigit() or any(map(str.isascii, read)))


def _ipv4(name: str) -> str:
    try:
        return str(IPv4Address(name))
    except ValueError:
        raise Refused("The host looks like an IP address, but is not written like 8.8.8.8.") from None


def _ipv6(text: str) -> str:
    inner = text.removeprefix("[").removesuffix("]")
    try:
        return str(IPv6Address(inner if "%" not in inner else ""))
    except ValueError:
        raise Refused("The host is not an IP address, though it stands in brackets.") from None


def _allowed(address: str) -> str:
    what = why_denied(address)
    if what:
        raise Refused(f"The address may not be called: it is {what}.")
    return address
