"""Deliveries as a CRM gets them, made of the sample events by the very words that tell webhooks.

`python -m tests.fakes.webhook_samples` writes them to `events/webhooks/` anew.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from tests.fakes.sample_events import EVENTS, read
from twofold.adapters.standard_webhooks import sign
from twofold.contracts import events
from twofold.contracts.events import Envelope
from twofold.contracts.instants import from_text
from twofold.webhooks.ports import Outgoing
from twofold.webhooks.rendering.cloud_events import CloudEvents
from twofold.webhooks.rendering.contact import Contact
from twofold.webhooks.subscriptions.model import Subscription

FOLDER = EVENTS / "webhooks"
SECRET = "whsec_VHdvZm9sZDogdGhlIHNlY3JldCBvZiBzYW1wbGVzISE="
SOURCE = "https://deals.saffrongarden.example"
LEAD = "YMK466DV67CSEOH7IEUL2OFOBE"
CONTACT = Contact(
    lead_id=LEAD,
    phone="+48601234567",
    status="confirmed",
    stage="customer",
    consents=("cart_reminders", "marketing"),
    locale="pl",
    attributes={"first_name": "Ada"},
    tags=("vip",),
)
OF_LEADS = (
    *("lead.confirmed.v1", "lead.returned.v1", "lead.opted_out.v1", "lead.opted_in.v1", "lead.updated.v1"),
    *(
        "lead.stage_changed.v1",
        "code.issued.v1",
        "code.redeemed.v1",
        "code.rolled_back.v1",
        "code.expired.v1",
    ),
    *("cart.updated.v1", "order.placed.v1", "order.refunded.v1", "message.sent.v1", "message.delivered.v1"),
    *("message.failed.v1", "message.clicked.v1", "message.received.v1", "referral.completed.v1"),
)
"""Told with the contact, too, to whom asks for it."""

OTHERS = (
    "lead.erased.v1",
    "lead.imported.v1",
    "import.finished.v1",
    "export.finished.v1",
    "pool.low.v1",
    "webhook.test.v1",
)


def samples() -> Iterator[tuple[str, dict[str, Any]]]:
    """The name of each file, and what stands in it."""
    for kind in (*OF_LEADS, *OTHERS):
        yield kind, _sample(_event(kind), None)
        if kind in OF_LEADS:
            yield f"{kind}.contact", _sample(_event(kind), CONTACT)


def body_of(sample: dict[str, Any]) -> bytes:
    """The bytes that were signed: the same JSON without a space between, in UTF-8."""
    return json.dumps(sample["body"], ensure_ascii=False, separators=(",", ":")).encode()


def _sample(event: Envelope, contact: Contact | None) -> dict[str, Any]:
    told = _told(event, contact)
    return {
        "method": told.method,
        "url": told.url,
        "headers": dict(told.headers),
        "body": json.loads(told.body),
    }


def _told(event: Envelope, contact: Contact | None) -> Outgoing:
    at = from_text(event.time)
    subscription = Subscription(
        subscription_id="whk_3f8c2a9e6b1d4075a2c8e4f19b7d6053",
        url="https://crm.saffrongarden.example/webhooks/twofold",
        events=("*",),
        secret=SECRET,
        created_at=at,
        contact=contact is not None,
    )
    (told,) = CloudEvents(source=SOURCE, sign=sign).requests(
        subscription, event, contact, at + timedelta(seconds=2)
    )
    return told


def _event(kind: str) -> Envelope:
    return events.read(json.dumps(read(f"bus/{kind}")["detail"]))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, sample in samples():
        text = json.dumps(sample, ensure_ascii=False, indent=2)
        (FOLDER / f"{name}.json").write_text(f"{text}\n", "utf-8")
