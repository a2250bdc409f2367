"""Looks after what should have happened and did not: events that no relay passed on, codes whose time is over,
promises that can be kept by now, and pools that run low.
"""

from collections.abc import Callable
from typing import Any

from twofold.entrypoints import jobs
from twofold.entrypoints.observability import logger
from twofold.wiring import sweep_overdue as wiring

sweeps: dict[str, Callable[[], int]] = {
    "published": wiring.repair_gap(),
    "lapsed": wiring.lapse_codes(),
    "kept": wiring.keep_promises().everywhere,
    "told_low": wiring.tell_low_pools(),
}


def handle(event: dict[str, Any], context: Any) -> dict[str, int]:
    swept = jobs.do_each(sweeps)
    logger.info("swept", extra=swept)
    return swept
