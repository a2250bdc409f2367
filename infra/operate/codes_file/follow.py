"""Waits for the end of an import."""

import time
from collections.abc import Callable

from infra.commands.screen import CannotGoOn, during, say, step
from infra.operate.codes_file.check import listed
from twofold.contracts.errors import NotFound
from twofold.contracts.payloads.imports import ImportProgress

EVERY = 0.5
"""Seconds between two looks."""

Show = Callable[[str], ImportProgress]


def follow(import_id: str, show: Show, command: str = "codes") -> ImportProgress:
    """How it ended; who stops waiting stops nothing. `command` is what looks again."""
    title = f"Reading {import_id}"
    try:
        with step(title):
            while (told := show(import_id)).state not in ("finished", "failed"):
                during(title, _far(told))
                time.sleep(EVERY)
    except KeyboardInterrupt:
        raise CannotGoOn(
            f"It goes on without you. To look again: make {command} IMPORT={import_id}"
        ) from None
    except NotFound:
        raise CannotGoOn(
            f"IMPORT: there is no import {import_id}; after 90 days they are forgotten."
        ) from None
    return told


def tell(told: ImportProgress) -> None:
    """What came of it. Raises CannotGoOn when it failed, or some lines held no coupon."""
    say(
        f"\n  {told.added:,} coupons are new in the pool of {told.campaign_id}; {told.known:,} were known before."
    )
    bad = [(fault.line, fault.reason) for fault in told.faults]
    if bad:
        say(f"  Of {told.lines:,} lines these hold no coupon ({told.bad:,}):\n{listed(bad, told.bad)}")
    if told.state == "failed":
        raise CannotGoOn(f"It was given up: {told.why}")
    if bad:
        raise CannotGoOn("Mend these lines and send the file again: what is known is not added twice.")


def _far(told: ImportProgress) -> str:
    read, size = told.bytes, told.size
    if not isinstance(read, int) or not isinstance(size, int):
        return "waiting for it to begin"
    return f"{100 * read // size if size else 100} %, {told.lines:,} lines, {told.added:,} new"
