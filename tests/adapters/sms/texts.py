"""Texts for these tests, and what becomes of them."""

from typing import Any

import pytest

from twofold.contracts.errors import TwofoldError
from twofold.leads.phone import Phone
from twofold.messages.model import Sms
from twofold.messages.ports import SmsGateway

NUMBER = "+48601234567"
TEXT = "żółw 123456"


def an_sms(**changed: Any) -> Sms:
    told: dict[str, Any] = {
        "to": Phone(NUMBER, "PL"),
        "text": TEXT,
        "message_class": "verification",
        "message_id": "msg_0123456789",
        "price": 50_000,
        "lifetime": 60,
    }
    return Sms(**{**told, **changed})


def failure(gateway: SmsGateway, sms: Sms | None = None) -> TwofoldError:
    """What sending raises."""
    with pytest.raises(TwofoldError) as raised:
        gateway.send(sms or an_sms())
    return raised.value
