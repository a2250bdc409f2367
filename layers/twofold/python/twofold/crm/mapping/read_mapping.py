"""A mapping as somebody writes it: `{"system": "hubspot"}` alone will do, and what is said besides is checked."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from twofold.campaigns.check.meant import meant
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.events import CATALOGUE
from twofold.leads.model import STAGES

from .facts import ATTRIBUTE, NAMES
from .model import EVENT_NAMES, CrmMapping
from .systems import DEFAULTS, SYSTEMS, System

_PARTS = ("system", "fields", "stages", "events", "options")
_NEEDED = ("lead_id", "version")
_FIELD = re.compile(r"[A-Za-z$][A-Za-z0-9_.$ -]{0,99}")
_ATTRIBUTE = re.compile(r"[A-Za-z0-9_. -]{1,100}")
_OPTIONS = {
    "api_version": (re.compile(r"v[0-9]{2,3}\.0"), "as Salesforce writes it, such as v62.0"),
    "revision": (re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}(\.[a-z]+)?"), "a day, such as 2026-07-15"),
    "list_id": (re.compile(r"[A-Za-z0-9]{0,20}"), "letters and digits, as Klaviyo shows it"),
    "source_id": (re.compile(r"[A-Za-z0-9:_-]{0,64}"), "the sourceId of your own app's changes"),
}
_ANY_OPTION = (re.compile(r"[^\x00-\x1f]{1,80}"), "a text of up to 80 characters")
MOST = 100
"""Fields, and events, of one mapping."""


def check_mapping(given: Any, system: str | None = None) -> None:
    """Raises InvalidRequest as `read_mapping` does, and for `system` when the webhook is said to be another's."""
    mapping = read_mapping(given)
    if system not in (None, mapping.system):
        _refuse("mapping.system", f"the webhook's system is {system}, and this is {mapping.system}")


def read_mapping(given: Any) -> CrmMapping:
    """The defaults of a system with what is said put over them; null takes a field, or an event, out.

    Raises InvalidRequest that names `mapping.…`.
    """
    said = _object("mapping", given, _PARTS)
    system = _system(said)
    usual = DEFAULTS[system]
    fields = _texts("fields", said, usual.fields, _fact)
    _once(fields, said)
    return CrmMapping(
        system=system,
        fields=fields,
        stages=_texts("stages", said, usual.stages, _stage),
        events=_texts("events", said, EVENT_NAMES, _event),
        options=_options(said, usual.options),
        also_stages=usual.also_stages,
    )


def _system(said: Mapping[str, Any]) -> System:
    found = next((system for system in SYSTEMS if said.get("system") == system), None)
    return found or _refuse("mapping.system", f"this is one of {', '.join(SYSTEMS)}")


def _texts(part: str, said: Mapping[str, Any], usual: Mapping[str, str], check: Any) -> dict[str, str]:
    found = dict(usual)
    for ours, theirs in _object(f"mapping.{part}", said.get(part, {}), None).items():
        path = f"mapping.{part}.{ours}"
        check(path, ours)
        if theirs is None and not (part == "fields" and ours in _NEEDED) and part != "stages":
            found.pop(ours, None)
        elif (
            isinstance(theirs, str)
            and (part != "fields" or _FIELD.fullmatch(theirs))
            and 0 < len(theirs) <= 100
        ):
            found[ours] = theirs
        else:
            _refuse(path, "this is the name of theirs, as a text of up to 100 characters")
    return found


def _fact(path: str, ours: str) -> None:
    if ours.startswith(ATTRIBUTE) and _ATTRIBUTE.fullmatch(ours.removeprefix(ATTRIBUTE)):
        return
    known = (
        *NAMES,
        "attributes.first_name",
        "attributes.last_name",
        "attributes.email",
        "attributes.postcode",
    )
    _known(path, ours, known)


def _stage(path: str, ours: str) -> None:
    _known(path, ours, STAGES)


def _event(path: str, ours: str) -> None:
    _known(path, ours, CATALOGUE)


def _options(said: Mapping[str, Any], usual: Mapping[str, str]) -> dict[str, str]:
    given = _object("mapping.options", said.get("options", {}), usual)
    for name, value in given.items():
        shape, words = _OPTIONS.get(name, _ANY_OPTION)
        if not isinstance(value, str) or not shape.fullmatch(value):
            _refuse(f"mapping.options.{name}", f"this is {words}")
    return {**usual, **given}


def _once(fields: Mapping[str, str], said: Mapping[str, Any]) -> None:
    """Two facts in one field would take turns in it."""
    for ours in said.get("fields", {}):
        others = [other for other in fields if other != ours and fields[other] == fields.get(ours)]
        if ours in fields and others:
            _refuse(f"mapping.fields.{ours}", f"{fields[ours]} is the field of {others[0]} already")


def _object(path: str, given: Any, known: Iterable[str] | None) -> Mapping[str, Any]:
    if not isinstance(given, Mapping) or len(given) > MOST:
        _refuse(path, f"this is an object in {{ }} with up to {MOST} names")
    for name in given:
        if known is not None:
            _known(f"{path}.{name}", name, known)
    return given


def _known(path: str, name: str, names: Iterable[str]) -> None:
    if name not in (known := tuple(names)):
        _refuse(path, f"there is no such name{meant(name, known).rstrip('.')}")


def _refuse(path: str, what: str) -> NoReturn:
    end = "" if what.endswith("?") else "."
    raise InvalidRequest(f"{path}: {what}{end}", code="mapping", field=path)
