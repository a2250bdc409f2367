"""Messages, both ways: what was said, why it went or did not, and what it cost, in millionths of a US dollar."""

from datetime import datetime
from operator import attrgetter

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
        *_said(message),
        message.to.e164 if message.to else None,
        *_sent(message),
        met.campaign_id,
        met.asset_id,
        met.place,
        *_when_and_what_for(message),
    )


_said = attrgetter(
    *("message_id", "lead_id", "message_class", "template", "state", "rule", "why", "shown", "parts")
)
_sent = attrgetter("locale", "scope", "audience", "enrolment", "provider", "provider_id")
_when_and_what_for = attrgetter(
    *("planned_at", "due_at", "expires_at", "charged_at", "price", "billed", "deferrals", "review")
)
