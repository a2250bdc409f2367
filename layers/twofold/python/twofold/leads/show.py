"""One lead as they stand, for a partner."""

from dataclasses import dataclass
from datetime import datetime

from msgspec import UNSET, UnsetType

from twofold.contracts.instants import to_second
from twofold.contracts.payloads.leads import Activity, LeadShown, MetAt

from .existing import existing
from .look_up import CodeStates
from .model import Lead
from .ports import LeadBook


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowLead:
    book: LeadBook
    codes: CodeStates

    def __call__(self, lead_id: str) -> LeadShown:
        """All that there is to know of them, with their number. Raises NotFound."""
        lead = existing(self.book.lead(lead_id))
        states = self.codes.states(lead.codes)
        return LeadShown(
            lead_id=lead.lead_id,
            status=lead.status,
            version=lead.version,
            stage=lead.stage,
            consents=list(lead.scopes),
            tags=list(lead.tags),
            attributes=dict(lead.attributes or {}),
            codes=[states[code] for code in lead.codes if code in states],
            phone=lead.phone.e164 if lead.phone else UNSET,
            country=(lead.phone and lead.phone.country) or UNSET,
            locale=lead.locale or UNSET,
            hold=lead.hold or UNSET,
            held_until=_moment(lead.held_until if lead.hold else None),
            opted_out_at=_moment(lead.left_at if lead.status == "opted_out" else None),
            origin=_met(lead),
            activity=_activity(lead),
        )


def _moment(at: datetime | None) -> str | UnsetType:
    return to_second(at) if at else UNSET


def _met(lead: Lead) -> MetAt | UnsetType:
    if not lead.origin or not lead.origin.campaign_id:
        return UNSET
    return MetAt(
        campaign_id=lead.origin.campaign_id,
        asset_id=lead.origin.asset_id or UNSET,
        place=lead.origin.place or UNSET,
    )


def _activity(lead: Lead) -> Activity | UnsetType:
    return Activity(last_on=lead.active_on, days=lead.active_days) if lead.active_on else UNSET
