"""Whether a planned text goes out, now or later, and the rule that says so. It is asked at the moment of sending."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.campaigns.model import Campaign
from twofold.campaigns.pace import REAL, Pace
from twofold.codes.model import DiscountCode
from twofold.contracts.settings import SendingSettings
from twofold.leads.model import Lead
from twofold.leads.phone import Phone
from twofold.messages.model import MARKETING, Message
from twofold.messages.quiet_hours.places import NoLegalMoment

from .opening import OpeningFor
from .send_log import SendLog
from .verdict import SEND, Verdict, automation_over, block, defer, no_consent, over_cap

PAUSE = timedelta(minutes=15)
"""How long a marketing text waits while the kill switch is on, before it is looked at again."""

SURELY = timedelta(milliseconds=1)
"""What opens by a fast clock comes so much later by ours, whose moments are stored to the millisecond: never before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """All that a verdict rests on, as it is now.

    `to` is where it would go, `log` is there for marketing alone; `opening` tells when the hours allow it. `unwanted`
    is why the automation, whose step the text is, wants it no more; `pace` how fast the campaign's days go by.
    """

    at: datetime
    campaign: Campaign
    lead: Lead | None
    to: Phone | None
    code: DiscountCode | None
    paused: bool
    log: SendLog | None
    opening: OpeningFor
    unwanted: str | None = None
    pace: Pace = REAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    sending: SendingSettings

    def __call__(self, message: Message, now: Circumstances) -> Verdict:
        """The first rule that has something to say; marketing answers to more of them than other texts do."""
        rules = self._marketing if message.message_class == MARKETING else self._asked_for
        return next((verdict for verdict in rules(message, now) if verdict), SEND)

    def _asked_for(self, message: Message, now: Circumstances) -> Iterator[Verdict | None]:
        yield _unwanted(now)
        yield _expired(message, now)
        yield _number(now)

    def _marketing(self, message: Message, now: Circumstances) -> Iterator[Verdict | None]:
        yield _unwanted(now)
        yield _expired(message, now)
        yield _running(now)
        yield _consent(message, now)
        yield _code(message, now)
        yield self._holdout(message, now)
        yield _paused(message, now)
        yield _number(now)
        yield self._cap(message, now)
        yield _quiet_hours(message, now)

    def _holdout(self, message: Message, now: Circumstances) -> Verdict | None:
        share = self.sending.holdout_percent if message.holdout is None else message.holdout
        if now.pace.compressed:
            # Whoever lets days pass in seconds wants to see every text come.
            return None
        if message.audience is None or draw(message.audience, message.lead_id) >= share:
            return None
        why = f"The lead is among the {share} % of {message.audience} who get nothing, to compare with."
        return block("holdout", why)

    def _cap(self, message: Message, now: Circumstances) -> Verdict | None:
        return over_cap(message, now.log, now.at, self.sending, now.pace) if now.log else None


def draw(audience: str, lead_id: str) -> float:
    """Where a lead stands in an audience, 0 to 100: the same each time, and evenly spread."""
    digest = hashlib.sha256(f"{audience}|{lead_id}".encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64 * 100


def _unwanted(now: Circumstances) -> Verdict | None:
    return automation_over(now.unwanted) if now.unwanted else None


def _expired(message: Message, now: Circumstances) -> Verdict | None:
    if message.expires_at is None or now.at < message.expires_at:
        return None
    return block("expired", "What it speaks of was over before the text could go.")


def _running(now: Circumstances) -> Verdict | None:
    return (
        None
        if now.campaign.runs(now.at)
        else block("campaign_not_running", "The campaign is paused or over.")
    )


def _consent(message: Message, now: Circumstances) -> Verdict | None:
    return no_consent(message, now.lead, now.at)


def _code(message: Message, now: Circumstances) -> Verdict | None:
    if message.fields.get("code") and (now.code is None or now.code.lead_id != message.lead_id):
        return block("code_not_valid", "The code it speaks of is gone, or somebody else's.")
    fault = now.code.fault(now.at) if now.code else None
    return block("code_not_valid", f"The code it speaks of is not good any more: {fault}.") if fault else None


def _paused(message: Message, now: Circumstances) -> Verdict | None:
    if not now.paused:
        return None
    return defer(message, "sending_paused", "Sending is paused for everything.", now.at + PAUSE)


def _number(now: Circumstances) -> Verdict | None:
    return None if now.to else block("no_number", "There is no number to send it to.")


def _quiet_hours(message: Message, now: Circumstances) -> Verdict | None:
    if now.to is None:
        return None
    shown = now.pace.shown(now.at)
    try:
        opening = now.opening(now.to, now.lead, shown)
    except NoLegalMoment as error:
        return block(error.code, error.detail)
    if opening.at <= shown:
        return None
    return defer(message, opening.rule, opening.why, _comes(opening.at, now))


def _comes(shown: datetime, now: Circumstances) -> datetime:
    """When, by our clock, the campaign's has come so far."""
    moment = now.pace.comes(shown, now.at)
    return moment + SURELY if now.pace.compressed else moment
