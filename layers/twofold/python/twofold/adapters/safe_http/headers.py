"""Which headers a request to somebody's address may have."""

import re
from collections.abc import Mapping

from twofold.webhooks.ports import Refused

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e\xa0-\xff]*")
"""RFC 9110, 5.1 and 5.5: above all, no line ends in the middle of one."""

_OURS = frozenset(
    {
        *("host", "content-length", "transfer-encoding", "expect"),
        *("connection", "keep-alive", "te", "trailer", "upgrade"),
    }
)
"""How a request is carried. From anybody else these could say that it ends earlier, or is meant for another."""


def read_headers(given: Mapping[str, str], authority: str) -> dict[str, str]:
    """What is sent: theirs, and ours. Raises Refused, naming the header but never its value."""
    for name, value in given.items():
        if not _NAME.fullmatch(name) or name.lower() in _OURS:
            raise Refused(f"The header {name[:64]!r} is not one that can be chosen.")
        if not _VALUE.fullmatch(value):
            raise Refused(f"The header {name[:64]!r} has characters that none may have.")
    names = {name.lower() for name in given}
    ours = {"host": authority, "connection": "close", "accept-encoding": "identity", "user-agent": "Twofold"}
    return {name: value for name, value in ours.items() if name not in names} | dict(given)
