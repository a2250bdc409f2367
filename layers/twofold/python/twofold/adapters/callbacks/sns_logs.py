"""Receipts of plain SNS, which only tells of them in CloudWatch Logs.

https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html: one line for each text, brought by a subscription
filter as gzipped JSON in base64.
"""

import zlib
from base64 import b64decode
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal

import msgspec
from msgspec import Struct

from twofold.contracts.errors import InvalidRequest
from twofold.messages.receipts.model import DELIVERED, FAILED, GONE, OPTED_OUT, UNREACHABLE, Receipt

from .price import millionths

PROVIDER = "sns"

LARGEST = 16 * 1024 * 1024
"""Bytes that a batch of lines may unpack to. CloudWatch Logs takes them in at 1 MB a batch."""

_GZIP = 16 + zlib.MAX_WBITS
_ERRORS: dict[str, tuple[str, str | None]] = {
    "Phone number is opted out": ("opted_out", OPTED_OUT),
    "Invalid phone number": ("invalid_number", GONE),
    "Phone is currently unreachable/unavailable": ("phone_unreachable", UNREACHABLE),
    "Phone carrier is currently unreachable/unavailable": ("carrier_unreachable", UNREACHABLE),
    "Phone has blocked SMS": ("phone_blocks_sms", UNREACHABLE),
    "Phone is on a blocked list": ("phone_on_blocked_list", UNREACHABLE),
    "Destination is on a blocked list": ("destination_on_blocked_list", UNREACHABLE),
    "Unknown error attempting to reach phone": ("unknown_error", UNREACHABLE),
    "Blocked as spam by phone carrier": ("blocked_as_spam", None),
    "Phone carrier has blocked this message": ("blocked_by_carrier", None),
    "Message body is invalid": ("invalid_body", None),
    "This delivery would exceed max price": ("over_max_price", None),
}
"""SNS has reasons, not codes; its prose is turned into words that can be counted. What is wrong with our words or our
price is no fault of the number."""


class _Line(Struct):
    message: str


class _Batch(Struct, rename="camel"):
    message_type: str
    log_events: list[_Line]


class _Notification(Struct, rename="camel"):
    message_id: str


class _Delivery(Struct, rename="camel"):
    destination: str
    provider_response: str = ""
    price: Decimal | None = msgspec.field(name="priceInUSD", default=None)
    number_of_message_parts: int | None = None


class _Status(Struct):
    notification: _Notification
    delivery: _Delivery
    status: Literal["SUCCESS", "FAILURE"]


def lines(event: Mapping[str, Any]) -> list[str]:
    """The lines that a subscription filter brings; none where CloudWatch only tries the way. Raises InvalidRequest."""
    try:
        batch = msgspec.json.decode(
            _unpacked(b64decode(event["awslogs"]["data"], validate=True)), type=_Batch
        )
    except (ValueError, KeyError, TypeError, zlib.error, msgspec.MsgspecError) as error:
        raise InvalidRequest("CloudWatch Logs brought what cannot be read.", field="awslogs.data") from error
    return [line.message for line in batch.log_events] if batch.message_type == "DATA_MESSAGE" else []


def receipt(line: str) -> Receipt:
    """The receipt in one line. Raises InvalidRequest for what is none."""
    try:
        said = msgspec.json.decode(line, type=_Status)
    except msgspec.MsgspecError as error:
        raise InvalidRequest("The line is no receipt of a text.") from error
    reason, fault = _ERRORS.get(said.delivery.provider_response, ("other", UNREACHABLE))
    failed = said.status == "FAILURE"
    return Receipt(
        provider=PROVIDER,
        provider_id=said.notification.message_id,
        state=FAILED if failed else DELIVERED,
        recipient=said.delivery.destination,
        error=reason if failed else None,
        fault=fault if failed else None,
        price=None if said.delivery.price is None else millionths(said.delivery.price),
        parts=said.delivery.number_of_message_parts,
    )


def _unpacked(packed: bytes) -> bytes:
    unzip = zlib.decompressobj(_GZIP)
    plain = unzip.decompress(packed, LARGEST)
    if not unzip.eof:
        raise ValueError("It is cut off, or larger than anything CloudWatch Logs sends.")
    return plain
