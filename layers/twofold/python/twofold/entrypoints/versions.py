"""Which version of something an answer shows (ETag), and which one a change was made for (If-Match)."""

import re
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.contracts.errors import InvalidRequest

from .caching import NO_STORE

# A cache that compresses an answer makes its tag a weak one on the way, and our own edge does: both are taken.
TAG = r'^((W/)?"[0-9]{1,15}"|\*)$'
"""An If-Match that somebody can send: one ETag of ours, or `*` for any version."""

_TAG = re.compile(r'(?:W/)?"([0-9]{1,15})"')


def tagged(version: int) -> dict[str, str]:
    """The headers of an answer that shows this version."""
    return {**NO_STORE, "ETag": f'"{version}"'}


def if_match(app: APIGatewayHttpResolver) -> int | None:
    """The version that the caller changes; None when any will do. Raises InvalidRequest for `If-Match`."""
    said: Any = app.current_event.headers.get("if-match")
    if said is None or said.strip() == "*":
        return None
    found = _TAG.fullmatch(said.strip())
    if not found:
        raise InvalidRequest('Send the ETag as you got it, such as "7", or *.', field="If-Match")
    return int(found[1])
