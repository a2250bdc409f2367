"""Puts every new event of the ledger on the bus."""

from typing import Any

from twofold.entrypoints import stream
from twofold.wiring import relay_events as wiring

relay = wiring.relay_events()


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return stream.consume(event, relay)
