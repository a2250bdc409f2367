"""What can be asked for at all, field by field."""

import re
from collections.abc import Mapping, Sequence

from twofold.campaigns.check.meant import meant
from twofold.contracts.errors import InvalidRequest

from .patterns import PATTERNS

_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}")
"""A header's name (RFC 9110, 5.6.2), and a length that serves."""

_VALUE = re.compile(r"[!-~]([ -~]*[!-~])?")

_OURS = frozenset(
    {
        "host",
        "connection",
        "content-length",
        "content-type",
        "content-encoding",
        "transfer-encoding",
        "expect",
        "te",
        "trailer",
        "upgrade",
        "keep-alive",
        "user-agent",
        "accept-encoding",
    }
)
_OUR_FAMILIES = ("webhook-", "proxy-", "x-amz")
"""Headers that say how a request is made, or that it is from us."""


def insist_on_patterns(patterns: Sequence[str]) -> tuple[str, ...]:
    """The patterns, each once. Raises InvalidRequest that names the one that fits nothing."""
    for place, pattern in enumerate(patterns):
        if pattern not in PATTERNS:
            raise InvalidRequest(
                f"No event is called {pattern[:60]}{meant(pattern, PATTERNS)}",
                code="unknown_event",
                field=f"events[{place}]",
            )
    return tuple(dict.fromkeys(patterns))


def insist_on_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers. Raises InvalidRequest that names the one that cannot be sent; nothing of a value is told."""
    for name, value in headers.items():
        if not _NAME.fullmatch(name):
            raise InvalidRequest("No header can have this name.", field=f"headers.{name[:64]}")
        if name.lower() in _OURS or name.lower().startswith(_OUR_FAMILIES):
            raise InvalidRequest("We write this header ourselves.", field=f"headers.{name}")
        if not _VALUE.fullmatch(value):
            raise InvalidRequest(
                "A header's value is of printable ASCII characters.", field=f"headers.{name}"
            )
    if len({name.lower() for name in headers}) < len(headers):
        raise InvalidRequest("A header stands there twice, in other letters.", field="headers")
    return dict(headers)
