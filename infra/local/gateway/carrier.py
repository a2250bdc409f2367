"""The carrier of this machine: which phones are out of order, and what SNS would write into its logs of a text.

https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html describes the line, and the reasons there are;
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html what brings it to a function.
"""

import base64
import gzip
import json
import uuid
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from infra.local.emulator import ACCOUNT, REGION
from infra.local.gateway.conversation import DELIVERED, FAILED, Receipt, Text
from twofold.contracts.instants import from_text, to_text
from twofold.messages.texts.parts import count_parts

OUT_OF_ORDER = {
    "000001": "Phone is currently unreachable/unavailable",
    "000002": "Invalid phone number",
    "000003": "Phone number is opted out",
}
"""By the last six digits of a number. Few enough that no number drawn at random is likely to be one of them."""

PRICE = Decimal("0.03")
"""US dollars a part, wherever it goes: about what a text costs in many countries."""


def receipt(text: Text, at: datetime) -> Receipt:
    """What becomes of the text."""
    why = OUT_OF_ORDER.get(text.to[-6:])
    return Receipt(text.id, FAILED if why else DELIVERED, to_text(at), why)


def logged(told: Sequence[tuple[Text, Receipt]]) -> dict[str, Any]:
    """The event that a subscription filter of CloudWatch Logs makes of these texts' lines."""
    batch = {
        "messageType": "DATA_MESSAGE",
        "owner": ACCOUNT,
        "logGroup": f"sns/{REGION}/{ACCOUNT}/DirectPublishToPhoneNumber",
        "logStream": str(uuid.uuid4()),
        "subscriptionFilters": ["receipts"],
        "logEvents": [_event(text, receipt) for text, receipt in told],
    }
    packed = gzip.compress(json.dumps(batch).encode())
    return {"awslogs": {"data": base64.b64encode(packed).decode()}}


def _event(text: Text, receipt: Receipt) -> dict[str, Any]:
    at = from_text(receipt.at)
    return {
        "id": str(uuid.uuid4().int),
        "timestamp": round(at.timestamp() * 1000),
        "message": json.dumps(_line(text, receipt, at)),
    }


def _line(text: Text, receipt: Receipt, at: datetime) -> dict[str, Any]:
    sent_at, parts = from_text(text.at), count_parts(text.text)
    took = round((at - sent_at).total_seconds() * 1000)
    delivery = {
        "numberOfMessageParts": parts,
        "destination": text.to,
        "priceInUSD": float(PRICE * parts),
        "smsType": text.kind,
        "providerResponse": receipt.why or "Message has been accepted by phone",
        "dwellTimeMs": took,
        "dwellTimeMsUntilDeviceAck": took,
    }
    return {
        "notification": {"messageId": text.id, "timestamp": text.at[:-1].replace("T", " ")},
        "delivery": delivery,
        "status": "FAILURE" if receipt.why else "SUCCESS",
    }
