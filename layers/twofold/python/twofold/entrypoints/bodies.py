"""Reads request bodies: sizes first, then JSON, then shape."""

import base64
import json
import re
from typing import Any, TypeVar

import msgspec

from twofold.contracts.errors import InvalidRequest, NotJson, TooLarge
from twofold.contracts.payloads.base import PATTERNS

from .moments import insist_on_moments

T = TypeVar("T")

_PLACE = re.compile(r"^(?P<what>.*?)(?: - at (?:`key` in )?`(?P<path>[^`]*)`)?$", re.DOTALL)


def raw_body(body: str | None, *, base64_encoded: bool, limit: int) -> bytes:
    """The bytes that were sent. Raises TooLarge above `limit` bytes."""
    text = body or ""
    if len(text) > limit * 4 // 3 + 4:
        raise _too_large(limit)
    try:
        raw = (
            base64.b64decode(text, validate=True) if base64_encoded else text.encode("utf-8", "surrogatepass")
        )
    except ValueError as error:
        raise NotJson("The body could not be read.") from error
    if len(raw) > limit:
        raise _too_large(limit)
    return raw


def parse(raw: bytes, kind: type[T]) -> T:
    """The request in `raw`. Raises NotJson, or InvalidRequest that names the path of the field at fault."""
    _insist_on_plain_json(raw)
    try:
        said = msgspec.json.decode(raw, type=kind)
    except msgspec.ValidationError as error:
        found = _PLACE.match(str(error))
        what, path = (found["what"], found["path"]) if found else (str(error), None)
        raise InvalidRequest(explained(what), field=_field(what, path)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotJson("The body is not valid JSON.") from error
    insist_on_moments(said)
    return said


def explained(what: str) -> str:
    """What the parser says is wrong, in words for whoever sent it; a pattern says what it asks for."""
    for pattern, meaning in PATTERNS.items():
        if what.endswith(repr(pattern)):
            return meaning
    return what.replace("Object missing", "The body is missing the").replace("Object", "The body")


def _insist_on_plain_json(raw: bytes) -> None:
    # msgspec takes the last of two fields of one name; whoever sends two means something we should not guess.
    try:
        json.loads(raw, object_pairs_hook=_unique, parse_constant=_no_constant)
    except RecursionError as error:
        raise NotJson("The body is nested too deeply.") from error
    except ValueError as error:
        raise NotJson("The body is not valid JSON.") from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise InvalidRequest("The field stands there twice.", code="duplicate_field", field=name[:100])
        found[name] = value
    return found


def _no_constant(name: str) -> None:
    raise NotJson(f"{name} is not JSON.")


def _field(what: str, path: str | None) -> str:
    """`consent.accepted` from msgspec's `$.consent.accepted`; a field it only names in words, from the words."""
    place = (path or "$").removeprefix("$").removeprefix(".")
    named = re.search(r"(?:missing required|contains unknown) field `([^`]*)`", what)
    return ".".join(part for part in (place, named[1] if named else "") if part) or "body"


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"The body may have at most {limit // 1024} kB.")
