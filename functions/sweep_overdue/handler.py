"""Looks after what should have happened and did not: events that no relay passed on, codes whose time is over,
promises that can be kept by now, and pools that run low.
"""

from typing import Any

from twofold.entrypoints.observability import logger
from twofold.wiring import sweep_overdue as wiring

repair = wiring.repair_gap()
lapse = wiring.lapse_codes()
keep_promises = wiring.keep_promises()
tell_low_pools = wiring.tell_low_pools()


def handle(event: dict[str, Any], context: Any) -> dict[str, int]:
    swept = {
        "published": repair(),
        "lapsed": lapse(),
        "kept": keep_promises.everywhere(),
        "told_low": tell_low_pools(),
    }
    logger.info("swept", extra=swept)
    return swept
