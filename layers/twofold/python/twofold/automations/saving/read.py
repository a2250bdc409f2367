"""An automation as a marketer writes it: JSON, read part by part, so that every slip is told with its path."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from twofold.automations.definition.automation import Automation
from twofold.campaigns.check.parts import Reader
from twofold.campaigns.check.sure import sure
from twofold.contracts.errors import InvalidRequest, NotJson

_HANG: Mapping[str, str] = {
    r"steps\[\d+\](\.do)?: .*": "steps: ",
    r"again\.rule: .*": "again: ",
    r"(steps\[\d+\]\.offer)\.kind: .*": r"\1: ",
}
"""Faults after which nobody knows what the rest means, and what that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An automation that somebody wants to save.

    `based_on` is the version that they changed (0: none, it is new; None: whichever there is). `says_on`: whether they
    say if it is on; else it stays as it was. `unread` are sentences about what could not be read, each beginning with
    its path; something harmless stands in its place.
    """

    automation: Automation
    based_on: int | None = None
    says_on: bool = True
    unread: tuple[str, ...] = ()

    def sure(self, sentences: Iterable[str]) -> tuple[str, ...]:
        """Those that are true whatever stands where nothing could be read."""
        return tuple(sure(iter(sentences), [*self.unread, *_hanging(self.unread)]))


def read_automation(content: bytes, *, campaign_id: str, automation_id: str | None = None) -> Draft:
    """What a file says, which need not repeat the ids that are given here.

    `version` in it is the one that it was made from. Raises InvalidRequest for what is no JSON, or no object.
    """
    given = _object(content)
    ids = {"campaign_id": campaign_id, "automation_id": automation_id}
    known = {name: value for name, value in ids.items() if value is not None}
    reader = Reader()
    read = reader.read("", {**known, **given}, Automation)
    return Draft(
        automation=msgspec.structs.replace(read, version=1, moved_to=0, preset=None),
        based_on=_version(read, given, reader.faults),
        says_on="on" in given,
        unread=(*reader.faults, *_other_ids(read, known, reader.faults)),
    )


def write_automation(automation: Automation) -> bytes:
    """The same as a file to change and to save: JSON in UTF-8, with the version that it is."""
    written = {**msgspec.to_builtins(automation), "version": automation.version}
    for name in ("moved_to", "preset"):
        written.pop(name, None)
    return json.dumps(written, ensure_ascii=False, indent=2).encode() + b"\n"


def _hanging(unread: Iterable[str]) -> Iterator[str]:
    for fault in unread:
        for pattern, path in _HANG.items():
            if told := re.fullmatch(pattern, fault, re.DOTALL):
                yield told.expand(path)


def _object(content: bytes) -> Mapping[str, Any]:
    try:
        given = json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as fault:
        raise NotJson(f"This is no JSON; look at line {fault.lineno}, column {fault.colno}.") from None
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise NotJson("This is no JSON in UTF-8 that could be read.") from None
    if not isinstance(given, Mapping):
        raise InvalidRequest("An automation is an object in { }.", code="not_an_object")
    return given


def _version(read: Automation, given: Mapping[str, Any], unread: list[str]) -> int | None:
    told = "version" in given and not any(fault.startswith("version: ") for fault in unread)
    return read.version if told else None


def _other_ids(read: Automation, known: Mapping[str, str], unread: list[str]) -> list[str]:
    """The file of another automation is not saved over this one by mistake."""
    named = sure(
        (
            f"{name}: this is {getattr(read, name)}; {value} was asked for."
            for name, value in known.items()
            if getattr(read, name) != value
        ),
        unread,
    )
    return list(named)
