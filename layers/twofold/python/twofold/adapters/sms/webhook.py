"""Texts by a gateway of one's own: a POST of JSON, signed by Standard Webhooks with the secret that both know.

    {"type": "sms.send", "timestamp": "2026-11-22T09:00:00.123Z", "data": {"message_id": "msg_…",
     "to": "+48601234567", "text": "…", "class": "verification", "max_price": "0.05000", "lifetime_s": 60,
     "status_url": "https://…", "inbound_url": "https://…"}}

`webhook-id` is the message's id: a gateway that sees it twice sends once. `max_price` is in US dollars, for each part.
Whoever took the text answers 2xx and `{"id": "…"}`. Who will never deliver it answers 4xx and `{"code": "…"}`: with
`"opted_out": true` when the person wants no texts, with the code `invalid_number` when texts cannot reach the number.
401, 408, 425, 429, a 4xx without a code, and 503 with Retry-After say that the text was not taken, and may be later.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from twofold.adapters.standard_webhooks import read_secret_text, sign
from twofold.contracts.errors import Unavailable
from twofold.contracts.instants import Clock, now, to_text
from twofold.contracts.settings import SecretSettings, SettingMissing, WebhookSettings
from twofold.messages.model import Sms
from twofold.messages.ports import Handed, NumberRejected, RecipientOptedOut, SmsRejected

from .answer import Answer
from .line import PATIENCE, Line
from .price import part_price

_INVALID_NUMBER = "invalid_number"
_LATER = frozenset({401, 408, 425, 429})
_CHECK = (
    f"Check {WebhookSettings.variable('url')}, and that the gateway knows the secret that "
    f"{SecretSettings.variable('webhook')} names."
)


class WebhookGateway:
    """`secret` reads what requests are signed with; receipts go to `status_url`, replies to `inbound_url`.

    `patience` is in seconds. Raises SettingMissing and ValueError, naming the setting.
    """

    name = "webhook"

    def __init__(
        self,
        settings: WebhookSettings,
        *,
        secret: Callable[[], bytes],
        status_url: str,
        inbound_url: str | None = None,
        allow_loopback: bool = False,
        clock: Clock = now,
        patience: float = PATIENCE,
    ) -> None:
        setting = settings.variable("url")
        if not settings.url:
            raise SettingMissing(f"{setting} is not set: where does the gateway take texts?")
        self._secret = secret
        self._urls = {"status_url": status_url} | ({"inbound_url": inbound_url} if inbound_url else {})
        self._clock = clock
        self._line = Line(
            settings.url,
            provider="The gateway",
            setting=setting,
            allow_loopback=allow_loopback,
            patience=patience,
        )

    def send(self, sms: Sms) -> Handed:
        at = self._clock()
        told = {"type": "sms.send", "timestamp": to_text(at), "data": _told(sms) | self._urls}
        body = msgspec.json.encode(told)
        headers = {
            "content-type": "application/json",
            "webhook-id": sms.message_id,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": sign(read_secret_text(self._secret().decode()), sms.message_id, at, body),
        }
        answer = self._line.post(body, headers)
        if not answer.accepted:
            raise _judge(answer)
        return answer.handed(self.name, "id")


def _told(sms: Sms) -> dict[str, Any]:
    return {
        "message_id": sms.message_id,
        "to": sms.to.e164,
        "text": sms.text,
        "class": sms.message_class,
        "max_price": part_price(sms),
        "lifetime_s": sms.lifetime,
    }


def _judge(answer: Answer) -> SmsRejected | Unavailable:
    code = answer.word("code")
    if answer.status == 503 and "retry-after" in answer.headers:
        return Unavailable("The gateway takes no texts for now.")
    if not 400 <= answer.status < 500 or answer.status in _LATER:
        return answer.not_taken("The gateway", _CHECK if answer.status == 401 else "")
    if answer.said.get("opted_out") is True:
        return RecipientOptedOut("The number has opted out of texts at the gateway.")
    if code is None:
        return answer.not_taken("The gateway", _CHECK)
    if code == _INVALID_NUMBER:
        return NumberRejected("The gateway cannot send to this number.", code=code)
    return SmsRejected(f"The gateway refused the text: {code}.", code=code)
