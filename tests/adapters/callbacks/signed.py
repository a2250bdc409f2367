"""Callbacks as they arrive, and their senders: the providers' own libraries, with keys that the world knows.

The keys are those of the providers' documentation, and `events/callbacks/` is signed with them: Twilio's auth token
`12345`, and the secret of Standard Webhooks' own example. The samples were posted at `POSTED`.
"""

import base64
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlencode

import msgspec
from standardwebhooks import Webhook
from twilio.request_validator import RequestValidator

from tests.fakes import sample_events
from twofold.adapters.callbacks.generic import GenericCallbacks
from twofold.adapters.callbacks.twilio import TwilioCallbacks
from twofold.adapters.standard_webhooks import read_secret_text
from twofold.entrypoints.bodies import parse
from twofold.messages.receipts.model import Receipt
from twofold.messages.replies.model import InboundText

TOKEN = "12345"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
SITE = "https://twofold.example"
POSTED = datetime(2026, 11, 22, 12, 4, 7, tzinfo=UTC)

Said = InboundText | Receipt


class Reader(Protocol):
    def __call__(self, target: str, headers: Mapping[str, str], raw: bytes) -> Said: ...


@dataclass(frozen=True)
class Posted:
    """A request as the adapter sees it."""

    target: str
    headers: dict[str, str]
    raw: bytes

    def read_by(self, reader: Reader) -> Said:
        return reader(self.target, self.headers, self.raw)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The form, read as most servers read forms."""
        return parse_qsl(self.raw.decode("latin-1"), keep_blank_values=True)


def sample(name: str) -> Posted:
    event = sample_events.read(f"callbacks/{name}")
    query = event["rawQueryString"]
    raw = event["body"].encode()
    return Posted(
        target=event["rawPath"] + (f"?{query}" if query else ""),
        headers={name: event["headers"][name] for name in event["headers"] if name in SIGNATURES},
        raw=base64.b64decode(raw) if event["isBase64Encoded"] else raw,
    )


SIGNATURES = ("x-twilio-signature", "webhook-id", "webhook-timestamp", "webhook-signature")


class Values(list[tuple[str, str]]):
    """A form as Twilio's library wants one whose names may stand there several times."""

    def __iter__(self) -> Any:
        return (name for name, _ in super().__iter__())

    def getall(self, wanted: str) -> list[str]:
        return [value for name, value in list.__iter__(self) if name == wanted]


def by_twilio(posted: Posted, *, site: str = SITE, token: str = TOKEN) -> Posted:
    """Signed by Twilio's own library."""
    values = Values(posted.pairs)
    signature = RequestValidator(token).compute_signature(site + posted.target, values)
    return replace(posted, headers={"x-twilio-signature": signature})


def by_gateway(posted: Posted, *, call: str = "evt_1", at: datetime = POSTED, secret: str = SECRET) -> Posted:
    """Signed by Standard Webhooks' own library."""
    signature = Webhook(secret).sign(call, at, posted.raw.decode())
    headers = {
        "webhook-id": call,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": signature,
    }
    return replace(posted, headers=headers)


TWILIO = TwilioCallbacks(token=TOKEN.encode(), site=SITE, clock=lambda: POSTED)
GENERIC = GenericCallbacks(secrets=read_secret_text(SECRET), parse=parse, clock=lambda: POSTED)

READERS: dict[str, Reader] = {
    "twilio_inbound": TWILIO.inbound,
    "twilio_status": TWILIO.receipt,
    "sms_inbound": GENERIC.inbound,
    "sms_status": GENERIC.receipt,
}
"""By the name of the sample."""


def another(name: str, rng: random.Random) -> Posted:
    """A callback like the sample, of another person's, signed by the provider's own library."""
    return _OTHERS[name](sample(name), rng)


def _text(rng: random.Random) -> str:
    return "".join(rng.choices("STOP stop żółć 🙏 &=+%?#\n'\"<>1234567890", k=rng.randint(1, 40)))


def _number(rng: random.Random) -> str:
    return f"+48601{rng.randint(100_000, 999_999)}"


def _hex(rng: random.Random, length: int) -> str:
    return "".join(rng.choices("0123456789abcdef", k=length))


def _other_form(posted: Posted, rng: random.Random) -> Posted:
    new = {"Body": _text(rng), "From": _number(rng), "MessageSid": f"SM{_hex(rng, 32)}"}
    form = {name: new.get(name, value) for name, value in posted.pairs}
    path, mark, _ = posted.target.partition("?")
    target = f"{path}?message_id=msg_{_hex(rng, 26)}" if mark else path
    return by_twilio(replace(posted, target=target, raw=urlencode(form).encode()))


def _other_json(posted: Posted, rng: random.Random) -> Posted:
    told = msgspec.json.decode(posted.raw)
    new = {"text": _text(rng), "from": _number(rng), "to": _number(rng), "id": f"in-{_hex(rng, 8)}"}
    told["data"] |= {name: new[name] for name in told["data"] if name in new}
    return by_gateway(replace(posted, raw=msgspec.json.encode(told)), call=f"evt_{_hex(rng, 12)}")


_OTHERS: dict[str, Callable[[Posted, random.Random], Posted]] = {
    "twilio_inbound": _other_form,
    "twilio_status": _other_form,
    "sms_inbound": _other_json,
    "sms_status": _other_json,
}
