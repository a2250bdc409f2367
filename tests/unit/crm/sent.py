"""What each CRM is sent of a sample event: `python -m tests.unit.crm.sent` writes the samples in `events/crm/` anew."""

import json
from datetime import UTC, datetime
from typing import Any

from tests.fakes import sample_events
from tests.fakes.sample_events import EVENTS
from tests.unit.crm.ring import ROOTS, Looking
from twofold.contracts import events
from twofold.contracts.events import Envelope
from twofold.crm.mapping.systems import SYSTEMS, System
from twofold.crm.outbound.wording import CrmWording
from twofold.webhooks.rendering.contact import Contact
from twofold.webhooks.subscriptions.model import Subscription

KINDS = (
    "lead.confirmed.v1",
    "lead.opted_out.v1",
    "lead.stage_changed.v1",
    "code.redeemed.v1",
    "order.placed.v1",
)
NOW = datetime(2026, 11, 22, 12, 4, 7, tzinfo=UTC)


def event_of(kind: str) -> Envelope:
    return events.read(json.dumps(sample_events.read(f"bus/{kind}")["detail"]))


def a_contact(lead_id: str, **fields: Any) -> Contact:
    known: dict[str, Any] = {
        "phone": "+48601234567",
        "status": "confirmed",
        "stage": "mql",
        "consents": ("marketing",),
        "locale": "pl",
        "attributes": {"first_name": "Anna", "postcode": "50-001"},
        "tags": ("vip", "vegetarian"),
        "version": 7,
    }
    return Contact(lead_id=lead_id, **{**known, **fields})


def a_subscription(system: System, **mapping: Any) -> Subscription:
    return Subscription(
        subscription_id=f"whk_{system}",
        url=ROOTS[system],
        events=("*",),
        secret="whsec_c2VjcmV0",
        created_at=NOW,
        system=system,
        mapping={"system": system, **mapping},
        headers={"Authorization": "Bearer sample"},
    )


def sent(
    system: System, event: Envelope, contact: Contact | None, *, new: bool = False, **mapping: Any
) -> list[dict[str, Any]]:
    """The requests as people would like to read them; `new`: the CRM has no such lead."""
    looking = Looking(lambda _: not new)
    made = CrmWording(looking).requests(a_subscription(system, **mapping), event, contact, NOW)
    return [
        {
            "method": one.method,
            "url": one.url,
            "headers": dict(one.headers),
            "body": json.loads(one.body or b"null"),
        }
        for one in made
    ]


def sample(system: System, kind: str) -> list[dict[str, Any]]:
    event = event_of(kind)
    status = "opted_out" if kind == "lead.opted_out.v1" else "confirmed"
    consents = () if status == "opted_out" else ("marketing",)
    contact = a_contact(event.subject, status=status, consents=consents)
    return sent(system, event, contact, new=kind == "lead.confirmed.v1")


def main() -> None:
    for system in SYSTEMS:
        told = {kind: sample(system, kind) for kind in KINDS}
        text = json.dumps(told, indent=2, ensure_ascii=False)
        (EVENTS / "crm" / f"{system}_is_told.json").write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    main()
