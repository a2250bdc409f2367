"""Between the bus and a use case: one event to an invocation, handed over again by Lambda itself when it fails."""

from collections.abc import Mapping
from typing import Any

import msgspec

from twofold.contracts import events
from twofold.contracts.events import EventData

from .deeds import Deed, do
from .observability import logger


def hear(event: dict[str, Any], deeds: Mapping[type[EventData], Deed]) -> None:
    """Do what `deeds` has for the event's type.

    What cannot succeed (DomainError) is done with; anything else is raised, tried again, and ends in the dead letters.
    """
    heard = events.read(msgspec.json.encode(event["detail"]))
    outcome = do(heard, deeds)
    logger.info("heard", extra={"event_id": heard.id, "type": heard.type, "outcome": outcome})
