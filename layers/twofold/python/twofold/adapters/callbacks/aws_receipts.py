"""Receipts of AWS End User Messaging, as events of EventBridge."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import msgspec
from msgspec import Struct

from twofold.contracts.errors import InvalidRequest
from twofold.messages.receipts.model import ACCEPTED, DELIVERED, FAILED, GONE, UNREACHABLE, Receipt

from .price import millionths

PROVIDER = "aws"

MESSAGE_ID = "message_id"
"""Under this name our own id stands in the context that we hand over with a text."""

_STATES = {
    **dict.fromkeys(("TEXT_QUEUED", "TEXT_PENDING", "TEXT_SENT"), ACCEPTED),
    **dict.fromkeys(("TEXT_DELIVERED", "TEXT_SUCCESSFUL"), DELIVERED),
}
_FAULTS: dict[str, str | None] = {
    "TEXT_INVALID": GONE,
    **dict.fromkeys(("TEXT_CARRIER_UNREACHABLE", "TEXT_UNREACHABLE", "TEXT_BLOCKED"), UNREACHABLE),
    **dict.fromkeys(("TEXT_TTL_EXPIRED", "TEXT_UNKNOWN"), UNREACHABLE),
    **dict.fromkeys(
        ("TEXT_INVALID_MESSAGE", "TEXT_CARRIER_BLOCKED", "TEXT_SPAM", "TEXT_PROTECT_BLOCKED"), None
    ),
}
"""https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-types.html. What was wrong with our
words, or forbidden by ourselves, is no fault of the number."""


class _Update(Struct, rename="camel"):
    """https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-format.html; dollars are of all
    parts."""

    event_type: str
    message_id: str
    is_final: bool = True
    destination_phone_number: str | None = None
    context: dict[str, str] | None = None
    total_message_parts: int | None = None
    total_message_price: Decimal | None = None
    total_carrier_fee: Decimal = Decimal(0)


def receipt(event: Mapping[str, Any]) -> Receipt:
    """The receipt in an event of `aws.sms-voice`. Raises InvalidRequest for what is none."""
    said = _update(event)
    state = _state(said)
    return Receipt(
        provider=PROVIDER,
        provider_id=said.message_id,
        state=state,
        message_id=(said.context or {}).get(MESSAGE_ID),
        recipient=said.destination_phone_number,
        error=said.event_type if state == FAILED else None,
        fault=_FAULTS[said.event_type] if state == FAILED else None,
        price=_price(said),
        parts=said.total_message_parts,
    )


def _update(event: Mapping[str, Any]) -> _Update:
    try:
        said = msgspec.convert(event.get("detail"), _Update)
    except msgspec.ValidationError as error:
        raise InvalidRequest("EventBridge brought what is no receipt.", field="detail") from error
    if said.event_type not in {*_STATES, *_FAULTS}:
        raise InvalidRequest("That is no receipt of a text.", field="detail.eventType")
    return said


def _state(said: _Update) -> str:
    """A failure that is not final is being mended; a success that is final is all that some carriers ever tell."""
    if said.is_final or said.event_type == "TEXT_DELIVERED":
        return _STATES.get(said.event_type, FAILED)
    return ACCEPTED


def _price(said: _Update) -> int | None:
    if said.total_message_price is None or not said.is_final:
        return None
    return millionths(said.total_message_price + said.total_carrier_fee)
