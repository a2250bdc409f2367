"""Writes `docs/events.md` from the catalogue and the samples: `python -m infra.describe_events > docs/events.md`."""

import json
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec

from twofold.contracts.events import CATALOGUE, Envelope, EventData

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "events.md"
_NAMES = {str: "text", int: "number", bool: "true or false", type(None): "null"}


def describe() -> str:
    """The page, as Markdown."""
    parts = [_head(), *(_section(kind, data) for kind, data in sorted(CATALOGUE.items()))]
    return "\n".join(parts)


def _head() -> str:
    rows = [row for row in _rows(Envelope) if not row.startswith("| `data`")]
    return "\n".join(
        [
            "# Events",
            "",
            "Made by `python -m infra.describe_events` from `twofold.contracts.events`; a test keeps it up to date.",
            "",
            "Every fact is one event on the bus, once in the ledger and at least once delivered. A name is final:",
            "fields may be added, never changed. Ids only: no number, no name and no verification code.",
            "",
            f"Around every event's data stands the envelope. {_told(Envelope)}",
            "",
            *_table(rows),
        ]
    )


def _section(kind: str, data: type[EventData]) -> str:
    sample = json.loads((ROOT / "events" / "bus" / f"{kind}.json").read_text("utf-8"))
    shown = json.dumps(sample["detail"], indent=2, ensure_ascii=False)
    return "\n".join([f"## `{kind}`", "", _told(data), "", *_table(_rows(data)), "```json", shown, "```", ""])


def _table(rows: list[str]) -> list[str]:
    return ["| field | is | may be missing |", "|---|---|---|", *rows, ""]


def _rows(kind: type[msgspec.Struct]) -> list[str]:
    return [
        f"| `{field.name}` | {_kind(field.type)} | {'' if field.required else json.dumps(field.default)} |"
        for field in msgspec.structs.fields(kind)
    ]


def _kind(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return f"list of {_kind(get_args(hint)[0])}"
    if get_origin(hint) is dict:
        return f"{_kind(get_args(hint)[1])} by name"
    if get_args(hint):
        return " or ".join(_kind(part) for part in get_args(hint) if part is not type(None))
    return _NAMES.get(hint, getattr(hint, "__name__", str(hint)))


def _told(kind: type) -> str:
    return " ".join((kind.__doc__ or "").split())


if __name__ == "__main__":
    print(describe(), end="")
