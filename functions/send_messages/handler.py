"""Sends the texts that events ask for."""

from typing import Any

from twofold.contracts.events import CodeIssued, Envelope, LeadReturned, SignupRequested
from twofold.entrypoints import queue
from twofold.wiring import send_messages as wiring

send_verification = wiring.send_verification()
send_code = wiring.send_code()


def send(event: Envelope) -> str:
    match event.data:
        case SignupRequested():
            return send_verification(event, event.data)
        case CodeIssued() | LeadReturned():
            return send_code(event, event.data)
    return "not_ours"


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return queue.consume(event, context, send)
