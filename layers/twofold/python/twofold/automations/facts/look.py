"""What is known of one lead at one moment: each thing is read when it is first asked for, and once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Self

from twofold.automations.definition.conditions import Condition, Fact
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.facts.catalogue import ATTRIBUTE, EVENT
from twofold.automations.facts.values import event_fact, of_cart, of_code, of_lead, of_log, yes
from twofold.automations.ports import OrdersSince, TextsHad
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

TEXTS_BACK = timedelta(days=90)


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
        group, _, what = name.partition(".")
        match group:
            case "lead":
                return of_lead(self.lead, self.at, what)
            case "code":
                return of_code(self.code, self.at, what)
            case "cart":
                return of_cart(self.cart, what)
            case "messages":
                return self.had if what == "templates" else of_log(self._log, self.at, what)
        return yes(self.campaign.referral is not None) if name == "campaign.referral" else None

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
        """The code that texts speak of: the one that a step gave, or that it is about, or that is in the cart."""
        return self.enrolment.gave or self.about

    @cached_property
    def about(self) -> str | None:
        """The code that it is about: it is over with that one."""
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
    def had(self) -> tuple[str, ...]:
        """The templates of the texts that they had of late."""
        templates = self.sources.texts.templates(self.enrolment.lead_id, self.at - TEXTS_BACK)
        return tuple(sorted(templates))

    @cached_property
    def _log(self) -> SendLog:
        return self.sources.messages.send_log(self.enrolment.lead_id, MARKETING)
