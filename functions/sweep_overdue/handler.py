"""Looks after what should have happened and did not: events that no relay passed on, codes whose time is over,
promises that can be kept by now, pools that run low, steps that nobody woke, leads who have fallen quiet,
webhooks that nobody serves, exports that nobody writes on at, people who are kept no longer.
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
    "stepped": wiring.repair_steps(),
    "found_quiet": wiring.find_segments(),
    "couriers": wiring.call_couriers(),
    "exports": wiring.restart_exports(),
    "forgotten": wiring.keep_no_longer(),
}


def handle(event: dict[str, Any], context: Any) -> dict[str, int]:
    swept = jobs.do_each(sweeps)
    logger.info("swept", extra=swept)
    return swept
