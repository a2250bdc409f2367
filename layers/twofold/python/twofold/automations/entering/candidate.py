"""Who would enter an automation: the enrolment as it would be, before anything is asked."""

from dataclasses import replace
from datetime import datetime

from twofold.automations.definition.automation import Automation
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.contracts.events import CodeIssued, CodeRedeemed, Envelope
from twofold.contracts.instants import from_text
from twofold.ledger.record import Origin

_ABOUT = {"code": "code", "cart": "cart_id", "order": "order_id"}
"""The field that says what an event is about, by the first word of its type."""


def by_event(automation: Automation, event: Envelope, at: datetime) -> Enrolment:
    """Who would enter, by this event and about what it is about; `since` it happened, whenever it is heard."""
    kind = event.type.partition(".")[0]
    cause = getattr(event.data, _ABOUT.get(kind, ""), None) or event.id
    made = draft(
        automation,
        event.subject,
        Origin(campaign_id=automation.campaign_id, asset_id=event.asset_id, place=event.place),
        by=event.id,
        at=at,
        cause=cause if automation.again.rule == "each" else "",
        code=event.data.code if isinstance(event.data, CodeIssued | CodeRedeemed) else None,
        cart_id=getattr(event.data, "cart_id", None) if kind == "cart" else None,
    )
    return replace(made, since=min(at, from_text(event.time)))


def draft(
    automation: Automation,
    lead_id: str,
    origin: Origin,
    *,
    by: str,
    at: datetime,
    cause: str = "",
    code: str | None = None,
    cart_id: str | None = None,
) -> Enrolment:
    """Whoever may enter: set off `by` an event's id, or a day's segment."""
    return Enrolment(
        lead_id=lead_id,
        campaign_id=automation.campaign_id,
        automation_id=automation.automation_id,
        version=automation.version,
        origin=origin,
        entered_at=at,
        since=at,
        entered_by=by,
        cause=cause,
        code=code,
        cart_id=cart_id,
    )
