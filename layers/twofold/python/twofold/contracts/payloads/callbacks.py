"""What SMS providers bring: answers that people texted, and what became of our texts.

A gateway of one's own sends JSON as Standard Webhooks do, and is held to it as any caller is. Twilio sends forms, with
more in them than we read and new fields without notice, so those stay open.
"""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from .base import _END, Id, Request

Party = Annotated[
    str, Meta(min_length=1, max_length=64, description="E.164, a short code or a sender's name")
]
Text = Annotated[str, Meta(max_length=4096)]
Moment = Annotated[datetime, Meta(tz=True, description="ISO 8601, with its offset from UTC")]
Dollars = Annotated[
    str,
    Meta(pattern=rf"^[0-9]{{1,4}}(\.[0-9]{{1,12}})?{_END}", description="US dollars, for all parts together"),
]


class ReceivedText(Request, frozen=True):
    """`id` is the gateway's own and is logged, so it must not hold a number. `opt_out`: it took the text for a STOP."""

    id: Id
    from_: Party = field(name="from")
    to: Party
    text: Text
    opt_out: bool = False


class SmsReceived(Request, frozen=True):
    """Somebody texted. `timestamp` is when."""

    type: Literal["sms.received"]
    timestamp: Moment
    data: ReceivedText


class TextStatus(Request, frozen=True):
    """`id` is what the gateway answered when it took the text. `message_id` is ours; without it, `to` helps to find it.

    `error` is the gateway's own code. `fault` says what it means: opted_out, gone (no text will ever arrive) or
    unreachable (another one may); without it, the failure is held against nobody's number.
    """

    id: Id
    status: Literal["accepted", "delivered", "failed"]
    message_id: Id | None = None
    to: Party | None = None
    error: Id | None = None
    fault: Literal["opted_out", "gone", "unreachable"] | None = None
    price: Dollars | None = None
    parts: Annotated[int, Meta(ge=1, le=100)] | None = None


class SmsStatus(Request, frozen=True):
    """Something became of a text of ours."""

    type: Literal["sms.status"]
    timestamp: Moment
    data: TextStatus


TwilioId = Annotated[str, Meta(pattern=rf"^[A-Z]{{2}}[0-9a-f]{{32}}{_END}")]
TwilioParty = Annotated[str, Meta(pattern=rf"^(\+[0-9]{{1,15}}|[^+].*){_END}", max_length=64)]
"""A number is digits to its end; anything else has no plus in front."""


class TwilioInbound(Struct, frozen=True, kw_only=True, rename="pascal"):
    """https://www.twilio.com/docs/messaging/guides/webhook-request. `OptOutType` comes with Advanced Opt-Out."""

    message_sid: TwilioId
    from_: TwilioParty = field(name="From")
    to: TwilioParty
    body: Text
    opt_out_type: Literal["STOP", "HELP", "START"] | None = None


class TwilioStatus(Struct, frozen=True, kw_only=True, rename="pascal"):
    """https://www.twilio.com/docs/messaging/guides/track-outbound-message-status. `ErrorCode` comes with failures."""

    message_sid: TwilioId
    message_status: Literal[
        "accepted", "scheduled", "queued", "sending", "sent",
        "delivered", "read",
        "undelivered", "failed", "canceled",
    ]  # fmt: skip
    to: TwilioParty
    error_code: Annotated[str, Meta(pattern=rf"^[0-9]{{0,6}}{_END}")] | None = None
