"""Leads: who they are, what they agreed to, how far they have come."""

from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from twofold.exports.columns import Row, columns
from twofold.leads.model import Lead

COLUMNS = columns(
    "lead_id status phone:phone country locale scopes:list stage tags:list attributes:object campaign_id asset_id place"
    " codes:list hold held_until:instant failures:integer first_confirmed_at:instant confirmed_at:instant"
    " left_at:instant active_on active_days:integer version:integer"
)


class LeadRecord(NamedTuple):
    """`first_confirmed_at` and `confirmed_at` (the last time) are None for one who never did."""

    lead: Lead
    first_confirmed_at: datetime | None
    confirmed_at: datetime | None


def about(record: LeadRecord) -> tuple[datetime | None, str | None]:
    """A lead is chosen by when they first confirmed, and by the campaign in which they met us first."""
    origin = record.lead.origin
    return record.first_confirmed_at, origin.campaign_id if origin else None


def row(record: LeadRecord) -> Row | None:
    """Whoever was erased is nobody's lead any more."""
    lead = record.lead
    if lead.status == "erased":
        return None
    met, phone = lead.origin, lead.phone
    return (
        lead.lead_id,
        lead.status,
        *((phone.e164, phone.country) if phone else (None, None)),
        *_said(lead),
        lead.attributes or {},
        *((met.campaign_id, met.asset_id, met.place) if met else (None, None, None)),
        *_held(lead),
        record.first_confirmed_at,
        record.confirmed_at,
        *_active(lead),
    )


_said = attrgetter("locale", "scopes", "stage", "tags")
_held = attrgetter("codes", "hold", "held_until", "failures")
_active = attrgetter("left_at", "active_on", "active_days", "version")
