"""Messages, both ways: what was said, why it went or did not, and what it cost, in millionths of a US dollar."""

from datetime import datetime

from twofold.exports.columns import Row, columns
from twofold.messages.model import Message

COLUMNS = columns(
    "message_id lead_id message_class template state rule why shown parts:integer to:phone locale scope"
    " audience enrolment provider provider_id campaign_id asset_id place planned_at:instant"
    " due_at:instant expires_at:instant charged_at:instant price:integer billed:integer deferrals:integer review"
)


def about(message: Message) -> tuple[datetime | None, str | None]:
    return message.planned_at, message.origin.campaign_id


def row(message: Message) -> Row | None:
    met = message.origin
    return (
        message.message_id,
        message.lead_id,
        message.message_class,
        message.template,
        message.state,
        message.rule,
        message.why,
        message.shown,
        message.parts,
        message.to.e164 if message.to else None,
        message.locale,
        message.scope,
        message.audience,
        message.enrolment,
        message.provider,
        message.provider_id,
        met.campaign_id,
        met.asset_id,
        met.place,
        message.planned_at,
        message.due_at,
        message.expires_at,
        message.charged_at,
        message.price,
        message.billed,
        message.deferrals,
        message.review,
    )
