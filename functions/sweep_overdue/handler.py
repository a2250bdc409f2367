"""Looks after what should have happened and did not: events that no relay passed on, codes whose time is over."""

from typing import Any

from twofold.entrypoints.observability import logger
from twofold.wiring import sweep_overdue as wiring

repair = wiring.repair_gap()
lapse = wiring.lapse_codes()


def handle(event: dict[str, Any], context: Any) -> dict[str, int]:
    swept = {"published": repair(), "lapsed": lapse()}
    logger.info("swept", extra=swept)
    return swept
