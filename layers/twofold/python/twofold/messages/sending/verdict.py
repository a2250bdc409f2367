"""What is decided of a text, and the rules that others than the decision itself may find broken."""

from dataclasses import dataclass
from datetime import datetime

from twofold.campaigns.pace import REAL, Pace
from twofold.contracts.settings import SendingSettings
from twofold.leads.model import Lead
from twofold.messages.model import Message

from .send_log import SendLog


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`action` is send, defer (to `until`), block, or seen when somebody else has taken the message already.

    `why` says the rule in a sentence, for the marketer.
    """

    action: str
    rule: str
    why: str
    until: datetime | None = None


SEND = Verdict(action="send", rule="allowed", why="Nothing stands against it.")


def block(rule: str, why: str) -> Verdict:
    """The text does not go out, for good."""
    return Verdict(action="block", rule=rule, why=why)


def defer(message: Message, rule: str, why: str, until: datetime) -> Verdict:
    """The text waits until then; what it speaks of must not be over by that moment."""
    if message.expires_at is not None and until >= message.expires_at:
        return block("expired", f"{why} What it speaks of is over before the next window.")
    return Verdict(action="defer", rule=rule, why=why, until=until)


def over_cap(
    message: Message, log: SendLog, at: datetime, sending: SendingSettings, pace: Pace = REAL
) -> Verdict | None:
    """What becomes of a marketing text for which there is no place now; None when there is one."""
    rule = log.cap(at, sending, pace)
    if rule is None:
        return None
    most = {"cap_day": f"{sending.cap_day} in 24 hours", "cap_month": f"{sending.cap_month} in 30 days"}
    why = f"The lead has had as many marketing texts as they may get: {most[rule]}."
    room = log.room(at, sending, pace) if message.waits_for_room else None
    return defer(message, rule, why, room) if room else block(rule, why)


def forgotten(message: Message, lead: Lead | None) -> Verdict | None:
    """What stands against a text that was planned before its lead was erased; whoever writes since then is answered."""
    if lead is None or not lead.erased_since(message.planned_at):
        return None
    return block("erased", "The lead was erased before it could go.")


def automation_over(reason: str) -> Verdict:
    """The text is a step of an automation that is over for this lead; `reason` as automations name it."""
    words = _OVER.get(reason, reason.replace("_", " "))
    return block("automation_over", f"The automation is over for this lead: {words}.")


def budget_used_up(rule: str) -> Verdict:
    which = {
        "day_budget": "The day's budget for texts",
        "campaign_day_budget": "The campaign's budget of the day",
        "campaign_budget": "The campaign's budget",
    }
    return block(rule, f"{which[rule]} is used up.")


def limit_reached(rule: str) -> Verdict:
    """What stands against a verification code, before its price is asked for."""
    return block(rule, LIMITS[rule])


def no_consent(message: Message, lead: Lead | None, at: datetime) -> Verdict | None:
    """Why the lead may not get this text; None when they may."""
    if lead is None or lead.status != "confirmed":
        status = lead.status if lead else ""
        why = _UNCONFIRMED.get(status, "There is no such lead.")
        return block("opted_out" if status == "opted_out" else "not_confirmed", why)
    if message.scope not in lead.scopes:
        return block("no_consent", f"The lead has not agreed to texts of the kind {message.scope}.")
    return kept_back(lead, at)


def kept_back(lead: Lead, at: datetime) -> Verdict | None:
    """What holds a lead's texts back at this moment; None when nothing does."""
    held = lead.held(at)
    return block(f"held_{held}", _HELD.get(held, "The lead is held back.")) if held else None


_UNCONFIRMED = {
    "opted_out": "The lead has opted out.",
    "pending": "A file brought the lead without proof that they agreed, and they have not confirmed.",
}

_OVER = {
    "redeemed": "they have redeemed their code",
    "ordered": "they have ordered",
    "opted_out": "they have opted out",
    "code_over": "the code that it is about is not good any more",
    "campaign_over": "the campaign is over",
    "clicked": "they have followed a link",
    "replied": "they have answered",
    "switched_off": "it has been switched off",
    "gone": "they are not on their way through it any more",
}

_HELD = {
    "review": "The lead has answered in words that a person must read first.",
    "resting": "The number could not be reached lately, so it rests.",
    "verify_again": "The number may have a new owner; only a fresh confirmation lets texts go again.",
}

LIMITS = {
    "too_old": "It was asked for more than a minute ago; a late code only confuses.",
    "sending_paused": "Sending is paused for everything.",
    "number_10min": "The number has had as many codes as it may get in ten minutes.",
    "number_day": "The number has had as many codes as it may get in a day.",
    "prefix_hour": "Numbers that begin like this one have asked for too many codes within the hour.",
    "asset_day": "The asset has asked for as many codes as it may in a day.",
    "country_day": "The country has got as many codes as it may in a day.",
}
"""Each limit, by its rule, in a sentence."""
