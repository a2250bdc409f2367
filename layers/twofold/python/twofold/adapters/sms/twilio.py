"""Texts by Twilio.

https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource. Twilio reads no highest price:
its `MaxPrice` has had no effect since June 2024.
"""

import re
from base64 import b64encode
from collections.abc import Callable
from urllib.parse import urlencode

from twofold.contracts.settings import SecretSettings, SettingMissing, TwilioSettings
from twofold.messages.model import Sms
from twofold.messages.ports import Handed

from .line import PATIENCE, Line
from .twilio_refusals import judge

_ACCOUNT = re.compile(r"AC[0-9a-fA-F]{32}")
_LONGEST = 36_000
"""Seconds that a text may be given to live; the shortest is one."""

_SERVICE = "MG"
"""How the id of a messaging service begins, which picks the number that a text comes from."""


class TwilioGateway:
    """`token` reads the account's auth token; `status_url` is where receipts go, and the message's id is added to it.

    `patience` is in seconds. Raises SettingMissing and ValueError, naming the setting.
    """

    name = "twilio"

    def __init__(
        self,
        settings: TwilioSettings,
        *,
        token: Callable[[], bytes],
        status_url: str,
        allow_loopback: bool = False,
        patience: float = PATIENCE,
    ) -> None:
        self._account = _need(settings, "account_sid")
        if not _ACCOUNT.fullmatch(self._account):
            raise ValueError(f"{settings.variable('account_sid')} must be AC and 32 hexadecimal digits.")
        sender = _need(settings, "sender")
        self._sender = {"MessagingServiceSid" if sender.startswith(_SERVICE) else "From": sender}
        self._token = token
        self._status_url = status_url
        self._line = Line(
            settings.url,
            provider="Twilio",
            setting=settings.variable("url"),
            allow_loopback=allow_loopback,
            patience=patience,
        )

    def send(self, sms: Sms) -> Handed:
        asked = {
            "To": sms.to.e164,
            **self._sender,
            "Body": sms.text,
            "StatusCallback": f"{self._status_url}?{urlencode({'message_id': sms.message_id})}",
            "ValidityPeriod": max(1, min(sms.lifetime, _LONGEST)),
        }
        headers = {
            "authorization": self._authorization(),
            "content-type": "application/x-www-form-urlencoded; charset=utf-8",
        }
        path = f"/2010-04-01/Accounts/{self._account}/Messages.json"
        answer = self._line.post(urlencode(asked).encode(), headers, path)
        if not answer.accepted:
            raise judge(answer)
        return answer.handed(self.name, "sid")

    def _authorization(self) -> str:
        token = self._token().strip()
        return f"Basic {b64encode(self._account.encode() + b':' + token).decode()}"


def _need(settings: TwilioSettings, field: str) -> str:
    value: str | None = getattr(settings, field)
    if not value:
        secret = SecretSettings.variable("twilio")
        raise SettingMissing(f"{settings.variable(field)} is not set; Twilio needs it, and {secret}.")
    return value
