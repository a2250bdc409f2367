"""Where the next page of a list begins, as callers get it: opaque, and of no use for another list."""

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.paging import LONGEST_CURSOR, USUAL_PAGE, Page

from . import http

P = TypeVar("P", bound=Page)

_WRITTEN = re.compile(r"[A-Za-z0-9_-]+")
_LONGEST_PLACE = 512


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page somebody asks for: at most `limit` entries `after` a place, from the first one when it is None."""

    after: str | None
    limit: int


def asked(app: APIGatewayHttpResolver, of: str) -> Asked:
    """The page that the address asks for; `of` names the list (`timeline/LEAD`). Raises InvalidRequest for `cursor`.

    The place is one that `turned` was given, unless somebody made it up: it is not to be believed further than that.
    """
    said = http.query(app)
    cursor = said.get("cursor")
    return Asked(None if cursor is None else read(cursor, of), said.get("limit", USUAL_PAGE))


def turned(page: P, of: str) -> P:
    """The page as callers get it, with a cursor for the bare place in it."""
    place = page.next_cursor
    return msgspec.structs.replace(page, next_cursor=write(place, of)) if isinstance(place, str) else page


def write(place: str, of: str) -> str:
    """An opaque cursor for a place in a list."""
    return base64.urlsafe_b64encode(msgspec.json.encode([_mark(of), place])).decode().rstrip("=")


def read(cursor: str, of: str) -> str:
    """The inverse of `write`. Raises InvalidRequest for `cursor` when it is none, or another list's."""
    try:
        if len(cursor) > LONGEST_CURSOR or not _WRITTEN.fullmatch(cursor):
            raise ValueError("no cursor looks like this")
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        mark, place = msgspec.json.decode(raw, type=tuple[str, str])
    except (ValueError, msgspec.MsgspecError) as error:
        raise _wrong() from error
    if mark != _mark(of) or not 0 < len(place) <= _LONGEST_PLACE:
        raise _wrong()
    return place


def _mark(of: str) -> str:
    return hashlib.sha256(of.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _wrong() -> InvalidRequest:
    return InvalidRequest(
        "Send the `next_cursor` of this very list, or none for its beginning.",
        code="wrong_cursor",
        field="cursor",
    )
