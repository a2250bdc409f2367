"""What a webhook is told: a CloudEvents 1.0 body in its structured JSON form, signed as Standard Webhooks has it.

https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
"""

from base64 import b64decode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from twofold.contracts.events import Envelope
from twofold.webhooks.ports import Outgoing
from twofold.webhooks.subscriptions.model import Subscription
from twofold.webhooks.subscriptions.secret import PREFIX

from .contact import Contact

MEDIA = "application/cloudevents+json; charset=utf-8"
AGENT = "Twofold-Webhooks/1"

Sign = Callable[[Sequence[bytes], str, datetime, bytes], str]
"""Takes the secrets, the id, the moment and the body; answers the value of `webhook-signature`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloudEvents:
    """`source` says which deployment speaks: its site."""

    source: str
    sign: Sign

    def requests(
        self, subscription: Subscription, event: Envelope, contact: Contact | None, at: datetime
    ) -> Sequence[Outgoing]:
        body = msgspec.json.encode(self.body(event, contact))
        secrets = [b64decode(secret.removeprefix(PREFIX)) for secret in subscription.secrets(at)]
        headers = {
            **(subscription.headers or {}),
            "content-type": MEDIA,
            "user-agent": AGENT,
            "webhook-id": event.id,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": self.sign(secrets, event.id, at, body),
        }
        return (Outgoing(method="POST", url=subscription.url, headers=headers, body=body),)

    def body(self, event: Envelope, contact: Contact | None) -> dict[str, Any]:
        """The attributes that there are; `twofoldversion` is the state version that the event made."""
        more = {"campaignid": event.campaign_id, "assetid": event.asset_id, "place": event.place}
        data = msgspec.to_builtins(event.data)
        return {
            "specversion": "1.0",
            "id": event.id,
            "source": self.source,
            "type": event.type,
            "subject": event.subject,
            "time": event.time,
            "datacontenttype": "application/json",
            "twofoldversion": event.version,
            **{name: value for name, value in more.items() if value is not None},
            "data": {**data, "contact": msgspec.to_builtins(contact)} if contact else data,
        }
