"""Whom the text with a fresh code goes to."""

from dataclasses import dataclass

from twofold.codes.model import DiscountCode
from twofold.contracts.causes import SIGNUP
from twofold.contracts.events import CodeIssued, LeadReturned
from twofold.leads.model import Challenge, Lead
from twofold.leads.phone import Phone
from twofold.ledger.record import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """`origin` is where they met us for this code."""

    phone: Phone
    locale: str | None
    origin: Origin


def cause_of(data: CodeIssued | LeadReturned) -> str:
    """Why there is a code to tell, in a word of `causes`. One who returns has what their sign-up earned."""
    return data.cause if isinstance(data, CodeIssued) else SIGNUP


def as_confirmed(challenge: Challenge) -> Recipient:
    """The number that has just been confirmed, in the language that it was asked in."""
    return Recipient(phone=challenge.phone, locale=challenge.evidence.locale, origin=challenge.origin)


def as_known(lead: Lead | None, code: DiscountCode) -> Recipient | None:
    """The lead as they stand now, for a code that was given just now; None without a number."""
    if lead is None or lead.phone is None:
        return None
    return Recipient(phone=lead.phone, locale=lead.locale, origin=code.origin)
