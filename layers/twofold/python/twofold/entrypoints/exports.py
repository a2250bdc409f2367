"""Between whoever calls for an export and the use case that writes it: one export to an invocation."""

from collections.abc import Callable
from typing import Any

from twofold.contracts.errors import DomainError

from .observability import logger

Write = Callable[[str, Callable[[], float]], str]


def do(event: dict[str, Any], context: Any, write: Write) -> None:
    """Write the `export` that the event names, for as long as Lambda lets us.

    What cannot succeed (DomainError) is done with; anything else is raised, tried again, and ends in the dead letters.
    """
    export_id = str(event["export"])
    try:
        outcome = write(export_id, lambda: context.get_remaining_time_in_millis() / 1_000)
    except DomainError as error:
        outcome = error.code
    logger.info("exported", extra={"export_id": export_id, "outcome": outcome})
