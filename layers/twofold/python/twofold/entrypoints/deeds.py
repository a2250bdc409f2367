"""What is done for an event, by its type: the same however the event was brought."""

from collections.abc import Callable, Mapping
from typing import Any

from twofold.contracts.errors import DomainError
from twofold.contracts.events import Envelope, EventData

Deed = Callable[[Envelope, Any], str]
"""Takes an event and its data; answers how it ended, for the log."""


def do(heard: Envelope, deeds: Mapping[type[EventData], Deed]) -> str:
    """How it ended. What cannot succeed (DomainError) has ended, by its code; anything else is raised."""
    deed = deeds.get(type(heard.data))
    try:
        return deed(heard, heard.data) if deed else "not_ours"
    except DomainError as error:
        return error.code
