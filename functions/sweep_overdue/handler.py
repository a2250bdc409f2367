"""Looks after what should have happened and did not: events that no relay passed on."""

from typing import Any

from twofold.entrypoints.observability import logger
from twofold.wiring import relay_events as wiring

repair = wiring.repair_gap()


def handle(event: dict[str, Any], context: Any) -> dict[str, int]:
    published = repair()
    logger.info("swept", extra={"published": published})
    return {"published": published}
