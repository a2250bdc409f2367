"""Between a lead's way through an automation and its stored form."""

from datetime import timedelta
from typing import cast

from twofold.automations.enrolments.enrolment import Enrolment, State
from twofold.ledger.record import Origin

from .due import due_keys
from .items import EnrolmentItem

KEPT = timedelta(days=90)
"""How long one that is over is kept where each code, cart or order begins another. Where none does, the row stays:
whether and when the lead was in it decides whether they may enter again."""


def to_item(enrolment: Enrolment) -> EnrolmentItem:
    """Well below a kilobyte, which is what a write costs."""
    origin, over = enrolment.origin, enrolment.ended_at
    return EnrolmentItem(
        enrolment.lead_id,
        enrolment.key,
        version=enrolment.version,
        run=enrolment.run,
        revision=enrolment.revision,
        state=enrolment.state,
        entered_at=enrolment.entered_at,
        entered_by=enrolment.entered_by,
        since=enrolment.since if enrolment.since != enrolment.entered_at else None,
        asset_id=origin.asset_id,
        place=origin.place,
        step=enrolment.step,
        done=enrolment.done or None,
        code=enrolment.code,
        gave=enrolment.gave,
        cart_id=enrolment.cart_id,
        exit=enrolment.exit,
        ended_at=over,
        ttl=over + KEPT if over and enrolment.cause else None,
        **due_keys(enrolment.lead_id, enrolment.due_at),
    )


def from_item(item: EnrolmentItem) -> Enrolment:
    campaign_id, automation_id, cause = item.enrolment_key.split("#", 2)
    return Enrolment(
        lead_id=item.lead_id,
        campaign_id=campaign_id,
        automation_id=automation_id,
        cause=cause,
        version=int(item.version),
        origin=Origin(campaign_id=campaign_id, asset_id=item.asset_id, place=item.place),
        entered_at=item.entered_at,
        since=item.since or item.entered_at,
        entered_by=item.entered_by,
        run=int(item.run),
        revision=int(item.revision),
        state=cast(State, item.state),
        step=item.step,
        due_at=item.due_at,
        done=item.done or (),
        code=item.code,
        gave=item.gave,
        cart_id=item.cart_id,
        exit=item.exit,
        ended_at=item.ended_at,
    )
