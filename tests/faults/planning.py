"""Planned texts, put straight into the store, and the places on Earth where it is day or night right now."""

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.faults.people import ASSET, People
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.contracts.events import Envelope
from twofold.contracts.instants import now
from twofold.leads.phone import Phone
from twofold.ledger.record import Origin
from twofold.messages.model import MARKETING, REQUESTED, Message
from twofold.messages.sending.plan import PlanMessage, planned

ZONES = (
    "Pacific/Tahiti",
    "America/Lima",
    "Atlantic/Azores",
    "Asia/Karachi",
    "Asia/Tokyo",
    "Pacific/Auckland",
)
"""Four or five hours from one to the next, so that it is noon or so in one of them, and deep night in another."""


def by_day() -> str:
    """A zone in which marketing may go for hours to come."""
    return min(ZONES, key=lambda zone: abs(_hour(zone) - 14))


def by_night() -> str:
    """A zone in which it may not for hours to come."""
    return min(ZONES, key=lambda zone: abs((_hour(zone) + 12) % 24 - 13))


def _hour(zone: str) -> int:
    return now().astimezone(ZoneInfo(zone)).hour


def marketing(people: People, phone: Phone, **fields: Any) -> Message:
    """A text to a lead that nobody has planned yet, of the first of their codes."""
    lead_id = fields.get("lead_id") or people.lead_id(phone)
    made = Message(
        message_id=f"msg_{uuid.uuid4().hex[:26]}",
        message_class=MARKETING,
        template="reminder",
        lead_id=lead_id,
        origin=Origin(campaign_id=people.campaign.campaign_id, asset_id=ASSET),
        shown="",
        parts=0,
        planned_at=now(),
        fields=_code_of(people, lead_id),
    )
    return replace(made, **fields)


def _code_of(people: People, lead_id: str) -> dict[str, str]:
    people.attach()
    lead = DynamoLeadBook(people.connection).lead(lead_id)
    return {"code": lead.codes[0]} if lead and lead.codes else {}


def help_answer(people: People, phone: Phone) -> Message:
    """What somebody gets who texted HELP."""
    ends = now() + timedelta(minutes=5)
    return marketing(people, phone, message_class=REQUESTED, template="help", to=phone, expires_at=ends)


def plan(people: People, message: Message) -> Envelope:
    """Store it; answer the event that asks for it."""
    people.attach()
    assert PlanMessage(book=DynamoMessageBook(people.connection))(message)
    return planned(message)
