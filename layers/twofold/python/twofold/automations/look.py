"""What is known of one lead at one moment: each thing is read when it is first asked for, and once."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Self

from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.codes.model import DiscountCode
from twofold.codes.ports import CodeBook
from twofold.contracts.errors import NotFound
from twofold.contracts.events import EventData
from twofold.leads.model import Lead
from twofold.leads.ports import LeadBook
from twofold.messages.model import MARKETING
from twofold.messages.ports import MessageBook
from twofold.messages.sending.send_log import SendLog
from twofold.orders.kept import KeptCart
from twofold.orders.ports import CartBook

from .conditions import Condition, Fact
from .enrolment import Enrolment
from .facts import ATTRIBUTE, EVENT
from .ports import OrdersSince, TextsHad

TEXTS_BACK, MONTH = timedelta(days=90), timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    campaigns: CampaignBook
    leads: LeadBook
    codes: CodeBook
    carts: CartBook
    orders: OrdersSince
    texts: TextsHad
    messages: MessageBook

    def look(self, enrolment: Enrolment, at: datetime, data: EventData | None = None) -> "Look":
        """At whoever is on the way through, or about to enter by an event."""
        return Look(self, enrolment, at, data)


class Look:
    """Everything as of `at`, which stays what it was when first read."""

    def __init__(self, sources: Sources, enrolment: Enrolment, at: datetime, data: EventData | None) -> None:
        self.sources, self.enrolment, self.at = sources, enrolment, at
        self.data = data

    def knowing(self, lead: Lead | None, code: DiscountCode | None) -> Self:
        """What somebody else has read at this very moment is not read again."""
        if lead:
            self.lead = lead
        if code and code.code == self.enrolment.code:
            self.code = code
        return self

    def holds(self, conditions: tuple[Condition, ...]) -> bool:
        return all(condition.holds(self.fact(condition.fact)) for condition in conditions)

    def fact(self, name: str) -> Fact:
        """What `facts.FACTS` says of it; nothing that nobody knows."""
        if name.startswith(ATTRIBUTE):
            return ((self.lead and self.lead.attributes) or {}).get(name.removeprefix(ATTRIBUTE))
        if name.startswith(EVENT):
            return event_fact(self.data, name)
        group, _, rest = name.partition(".")
        read = {
            "lead": self._of_lead,
            "code": self._of_code,
            "cart": self._of_cart,
            "messages": self._of_texts,
        }
        if group in read:
            return read[group](rest)
        return _yes(self.campaign.referral is not None) if name == "campaign.referral" else None

    @cached_property
    def campaign(self) -> Campaign:
        return self.sources.campaigns.campaign(self.enrolment.campaign_id)

    @cached_property
    def lead(self) -> Lead | None:
        return self.sources.leads.lead(self.enrolment.lead_id)

    @cached_property
    def cart(self) -> KeptCart | None:
        return self.sources.carts.find(self.enrolment.cart_id) if self.enrolment.cart_id else None

    @cached_property
    def code_id(self) -> str | None:
        """The code that it is about: the one it was about from the start, or that it gave, or that is in the cart."""
        return self.enrolment.code or (self.cart.code if self.cart else None)

    @cached_property
    def code(self) -> DiscountCode | None:
        return self.find_code(self.code_id) if self.code_id else None

    def find_code(self, code: str) -> DiscountCode | None:
        try:
            return self.sources.codes.find(code)
        except NotFound:
            return None

    @cached_property
    def _log(self) -> SendLog:
        return self.sources.messages.send_log(self.enrolment.lead_id, MARKETING)

    def _of_lead(self, what: str) -> Fact:
        lead = self.lead
        if lead is None:
            return None
        known: dict[str, Fact] = {
            "locale": lead.locale,
            "country": lead.phone.country if lead.phone else None,
            "stage": lead.stage,
            "tags": lead.tags,
            "temperature": temperature(lead),
            "quiet_days": quiet_days(lead, self.at),
            "active_days": lead.active_days,
            "codes": len(lead.codes),
        }
        return known.get(what)

    def _of_code(self, what: str) -> Fact:
        if self.code is None:
            return None
        ends = self.code.expires_at
        left = (ends - self.at).days if ends else None
        return {"state": self.code.state_at(self.at), "days_left": left}.get(what)

    def _of_cart(self, what: str) -> Fact:
        if self.cart is None:
            return None
        known: dict[str, Fact] = {
            "state": self.cart.state,
            "amount": self.cart.amount,
            "has_code": _yes(self.cart.code is not None),
        }
        return known.get(what)

    def _of_texts(self, what: str) -> Fact:
        if what == "templates":
            since = self.at - TEXTS_BACK
            return tuple(sorted(self.sources.texts.templates(self.enrolment.lead_id, since)))
        if what == "last_30_days":
            return sum(self.at - sent < MONTH for sent in self._log.sent)
        last = max(self._log.sent, default=None)
        return (self.at - last).days if what == "days_since" and last else None


def temperature(lead: Lead) -> str:
    """How much a lead had done before they fell quiet: on three days or more hot, on two warm, for joining is one."""
    return "hot" if lead.active_days >= 3 else "warm" if lead.active_days == 2 else "cold"


def quiet_days(lead: Lead, at: datetime) -> int | None:
    return (at.date() - date.fromisoformat(lead.active_on)).days if lead.active_on else None


def _yes(true: bool) -> str:
    return "yes" if true else "no"


def event_fact(data: EventData | None, name: str) -> Fact:
    """What an event says in the field of that fact (`event.FIELD`)."""
    value = getattr(data, name.removeprefix(EVENT), None)
    if isinstance(value, bool):
        return _yes(value)
    return value if isinstance(value, str | int | tuple) else None
