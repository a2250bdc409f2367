"""A lead's way through automations, as the ledger has it: in a campaign's own days, a line for each thing."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from infra.local.hurried import DAY
from twofold.contracts.events import (
    AutomationEntered,
    AutomationExited,
    AutomationStepped,
    CodeIssued,
    Envelope,
    EventData,
)
from twofold.contracts.instants import from_text


def timeline(rows: Sequence[Envelope]) -> list[dict[str, Any]]:
    """Each with the day that it came on."""
    begun = began(rows)
    return [
        {
            "time": f"day {days(from_text(row.time) - begun):4.1f}",
            "type": row.type,
            "about": about,
            "id": row.id,
        }
        for row in sorted(rows, key=_place)
        if (about := _about(row.data))
    ]


def _place(row: Envelope) -> tuple[str, bool]:
    """What ends it is told last of all that happened at one moment."""
    return row.time, isinstance(row.data, AutomationExited)


def began(rows: Sequence[Envelope]) -> datetime:
    """When the lead got their code."""
    return next(from_text(row.time) for row in rows if isinstance(row.data, CodeIssued))


def days(passed: timedelta) -> float:
    """Of the campaign in a hurry."""
    return passed.total_seconds() / DAY


def _about(data: EventData) -> str:
    """Nothing of what no automation did."""
    match data:
        case AutomationEntered():
            return f"{data.automation_id}{', held out' if data.holdout else ''}"
        case AutomationStepped():
            made = f"sent {data.template}" if data.template else data.kind
            return f"{data.automation_id}: {data.step}, {made if data.done else 'passed over'}"
        case AutomationExited():
            return f"{data.automation_id}: {data.reason}"
    return ""
