"""Whether the tables are what they were."""

import json
import time

from tests.stack import Stack

WATCHED = ("challenges", "leads", "consents", "codes", "idempotency", "ledger")


def rows(stack: Stack) -> dict[str, list[str]]:
    scans = {name: stack.table(name).scan()["Items"] for name in WATCHED}
    return {name: sorted(json.dumps(row, default=str) for row in found) for name, found in scans.items()}


def settled(stack: Stack) -> dict[str, list[str]]:
    """The tables once nothing that was begun before is still going on."""
    before = rows(stack)
    while True:
        time.sleep(0.5)
        now = rows(stack)
        if now == before:
            return now
        before = now
