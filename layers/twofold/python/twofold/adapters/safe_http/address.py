"""The one reading of an address that a user gives: what was checked is called, and nothing reads it a second time."""

import re
from dataclasses import dataclass

from twofold.webhooks.ports import Refused

from .host import read_host

LONGEST = 2_048
"""Characters."""

_PORT = 443
_LOOPBACK = "127.0.0.1"
_PLAIN = re.compile(r"http://(?:127\.0\.0\.1|localhost)(?::([0-9]{1,5}))?(/[^#]*)?", re.ASCII)
_PARTS = re.compile(r"(https)://(\[[^\]]*\]|[^/?:\[\]]*)(?::([0-9]*))?([/?].*)?", re.ASCII | re.IGNORECASE)
_TARGET = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?\[\]-]|%[0-9A-Fa-f]{2})*")
"""Characters of a path and a query (RFC 3986, 3.3 and 3.4), and brackets, which many write as they are."""

_NEVER = re.compile(r"[\s\\#\x00-\x20\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Address:
    """`host` as `read_host` tells it; `target` is path and query. `secure`: over TLS, which all but loopback is."""

    host: str
    port: int
    target: str
    secure: bool = True

    @property
    def authority(self) -> str:
        """As the header Host has it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.secure else f"{host}:{self.port}"


def read_address(url: str, *, allow_loopback: bool = False) -> Address:
    """https on port 443 of a public host; with `allow_loopback` also http on any port of this machine itself.

    Raises Refused with a sentence for whoever wrote it, which repeats nothing of the address.
    """
    if len(url) > LONGEST:
        raise Refused(f"The address is longer than {LONGEST:,} characters.")
    if _NEVER.search(url):
        raise Refused("The address has a space, a backslash, a # or a control character in it.")
    plain = _PLAIN.fullmatch(url) if allow_loopback else None
    if plain:
        return Address(_LOOPBACK, _port(plain[1]), _target(plain[2]), secure=False)
    return _public(url)


def _public(url: str) -> Address:
    if not url[:8].lower() == "https://":
        raise Refused("The address must begin with https://.")
    if "@" in re.split(r"[/?]", url[8:], maxsplit=1)[0]:
        raise Refused("The address has a user or a password in it; keep them in a header.")
    parts = _PARTS.fullmatch(url)
    if not parts or not parts[2]:
        raise Refused("The address has no host, or is not written like https://crm.example.com/webhooks.")
    if parts[3] not in (None, str(_PORT)):
        raise Refused(f"The address has a port other than {_PORT}.")
    return Address(read_host(parts[2]), _PORT, _target(parts[4]))


def _port(text: str | None) -> int:
    port = int(text or "80")
    if not 0 < port < 65_536:
        raise Refused("The port is none.")
    return port


def _target(text: str | None) -> str:
    """From the root on: a query without a path belongs to `/`."""
    target = text or "/"
    if not _TARGET.fullmatch(target):
        raise Refused("The path has characters that must be written with a % in an address.")
    return target if target.startswith("/") else f"/{target}"
