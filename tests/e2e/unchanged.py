"""Whether the tables are what they were."""

import json
import time
from typing import Any

from tests.fakes.packing import said
from tests.stack import Stack

WATCHED = ("challenges", "leads", "consents", "codes", "idempotency", "ledger")


def rows(stack: Stack) -> dict[str, list[str]]:
    """Without what texts and automations of earlier tests add to the ledger while they are on their way."""
    scans = {name: stack.table(name).scan()["Items"] for name in WATCHED}
    kept = {name: [row for row in found if not _goes_on(row)] for name, found in scans.items()}
    return {name: sorted(json.dumps(row, default=said) for row in found) for name, found in kept.items()}


def _goes_on(row: dict[str, Any]) -> bool:
    return str(row.get("type", "")).startswith(("message.", "automation."))


def settled(stack: Stack) -> dict[str, list[str]]:
    """The tables once nothing that was begun before is still going on."""
    before = rows(stack)
    while True:
        time.sleep(0.5)
        now = rows(stack)
        if now == before:
            return now
        before = now
