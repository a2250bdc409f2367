"""Leads: who they are, what they agreed to, how far they have come."""

from datetime import datetime
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
    met = lead.origin
    where = (met.campaign_id, met.asset_id, met.place) if met else (None, None, None)
    return (
        lead.lead_id,
        lead.status,
        lead.phone.e164 if lead.phone else None,
        lead.phone.country if lead.phone else None,
        lead.locale,
        lead.scopes,
        lead.stage,
        lead.tags,
        lead.attributes or {},
        *where,
        lead.codes,
        lead.hold,
        lead.held_until,
        lead.failures,
        record.first_confirmed_at,
        record.confirmed_at,
        lead.left_at,
        lead.active_on,
        lead.active_days,
        lead.version,
    )
