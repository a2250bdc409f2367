"""The value of each fact, of what it is about."""

from datetime import date, datetime, timedelta

from twofold.automations.definition.conditions import Fact
from twofold.automations.facts.catalogue import EVENT
from twofold.codes.model import DiscountCode
from twofold.contracts.events import EventData
from twofold.leads.model import Lead
from twofold.messages.sending.send_log import SendLog
from twofold.orders.kept import KeptCart

MONTH = timedelta(days=30)


def of_lead(lead: Lead | None, at: datetime, what: str) -> Fact:
    if lead is None:
        return None
    known: dict[str, Fact] = {
        "locale": lead.locale,
        "country": lead.phone.country if lead.phone else None,
        "stage": lead.stage,
        "tags": lead.tags,
        "temperature": temperature(lead),
        "quiet_days": quiet_days(lead, at),
        "active_days": lead.active_days,
        "codes": len(lead.codes),
    }
    return known.get(what)


def of_code(code: DiscountCode | None, at: datetime, what: str) -> Fact:
    if code is None:
        return None
    left = (code.expires_at - at).days if code.expires_at else None
    return {"state": code.state_at(at), "days_left": left}.get(what)


def of_cart(cart: KeptCart | None, what: str) -> Fact:
    if cart is None:
        return None
    known: dict[str, Fact] = {
        "state": cart.state,
        "amount": cart.amount,
        "has_code": yes(cart.code is not None),
    }
    return known.get(what)


def of_log(log: SendLog, at: datetime, what: str) -> Fact:
    """Of the marketing texts that a lead had."""
    if what == "last_30_days":
        return sum(at - sent < MONTH for sent in log.sent)
    last = max(log.sent, default=None)
    return (at - last).days if what == "days_since" and last else None


def event_fact(data: EventData | None, name: str) -> Fact:
    """What an event says in the field of that fact (`event.FIELD`)."""
    value = getattr(data, name.removeprefix(EVENT), None)
    if isinstance(value, bool):
        return yes(value)
    return value if isinstance(value, str | int | tuple) else None


def temperature(lead: Lead) -> str:
    """How much a lead had done before they fell quiet: on three days or more hot, on two warm, for joining is one."""
    return "hot" if lead.active_days >= 3 else "warm" if lead.active_days == 2 else "cold"


def quiet_days(lead: Lead, at: datetime) -> int | None:
    return (at.date() - date.fromisoformat(lead.active_on)).days if lead.active_on else None


def yes(true: bool) -> str:
    return "yes" if true else "no"
