"""Leads who live their lives, in memory: what they do is told in the ledger, and whoever likes may listen."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.in_memory import in_memory
from tests.fakes.memory import Memory
from tests.fakes.orders import InMemoryCartBook
from tests.fakes.samples import ANNA, BEN, BUFFET, CARA, order
from tests.fakes.shop import Shop, a_cart
from tests.fakes.world import World
from twofold.automations.definition.automation import Automation
from twofold.automations.simulate.answer import WhatHappens
from twofold.automations.simulate.what_would_happen import WhatWouldHappen
from twofold.campaigns.model import Campaign
from twofold.contracts.errors import DomainError
from twofold.contracts.events import Envelope, MessageClicked
from twofold.contracts.payloads.redemptions import RollbackRequest
from twofold.contracts.settings import PriceSettings, SendingSettings
from twofold.leads.model import Lead
from twofold.ledger.ports import LedgerRow
from twofold.ledger.record import record
from twofold.messages.money.prices import Prices
from twofold.orders.model import Buyer

BEGIN = datetime(2026, 11, 1, 12, tzinfo=UTC)
NEW_YORK, PARIS = "+12125550123", "+33612345678"
PEOPLE = (ANNA, BEN, CARA, NEW_YORK, PARIS)
ACTS = (
    "join",
    "redeem",
    "roll_back",
    "order",
    "cart",
    "cart_with_code",
    "stop",
    "start",
    "say",
    "decline",
    "doubt",
    "click",
)
SENDING = SendingSettings(campaign=BUFFET.campaign_id)
PRICES = Prices.read(PriceSettings(default="0.05", countries=("PL=0.04", "US=0.01")))


class Happenings:
    """The ledger of a town; `asked` counts what was read."""

    def __init__(self, books: Books) -> None:
        self.books, self.asked = books, 0

    def since(self, after: str, until: datetime, limit: int) -> Sequence[LedgerRow]:
        self.asked += 1
        return list(self.books.ledger.since(after, until, limit))

    def subject(self, subject_id: str) -> Sequence[Envelope]:
        self.asked += 1
        return self.books.upkeep.timeline(subject_id)


class Town:
    """`wanted` has the last word on automations' texts; `on_news` is told what happens, as it does."""

    def __init__(self, campaign: Campaign = BUFFET, memory: Memory | None = None, **world: Any) -> None:
        self.memory = memory or Memory()
        self.books = in_memory(self.memory)
        self.clock = SetClock(BEGIN)
        self.world = World(books=self.books, clock=self.clock, sending=SENDING, **world)
        self.books.upkeep.put_campaign(campaign)
        self.carts = InMemoryCartBook(self.memory, self.memory.carts)
        self.shop = Shop(self.world)
        self.acts = self.said = 0

    def lead(self, phone: str = ANNA) -> Lead:
        return self.world.lead(phone)

    def forward(self, **by: float) -> None:
        self.clock.forward(**by)

    def act(self, what: str, phone: str = ANNA) -> None:
        """One thing that one of them does; what cannot be done is left."""
        self.acts += 1
        try:
            getattr(self, what)(phone)
        except DomainError:
            return

    def join(self, phone: str = ANNA) -> None:
        self.world.confirmed(phone)

    def redeem(self, phone: str = ANNA) -> None:
        for code in self._codes(phone):
            self.world.codes.redeem(code, order(f"till-{self.acts}"))

    def roll_back(self, phone: str = ANNA) -> None:
        for code in self._codes(phone):
            redemption = self.books.codes.find(code).redemption
            if redemption:
                self.world.codes.roll_back(redemption.redemption_id, RollbackRequest(reason="returned"))

    def order(self, phone: str = ANNA) -> None:
        """Of what is in their cart, where they have one."""
        cart_id = self._cart(phone)
        told = {"cart_id": cart_id} if self.carts.find(cart_id) else {}
        self.shop.order(f"order-{self.acts}", buyer=self._buyer(phone), **told)

    def cart(self, phone: str = ANNA, code: str | None = None) -> None:
        cart = a_cart(self._cart(phone), amount=1_000 + self.acts, buyer=self._buyer(phone), code=code)
        self.shop.take_cart(cart)

    def cart_with_code(self, phone: str = ANNA) -> None:
        self.cart(phone, next(iter(self._codes(phone)), None))

    def stop(self, phone: str = ANNA) -> None:
        self._text(phone, "STOP")

    def start(self, phone: str = ANNA) -> None:
        self._text(phone, "START")

    def say(self, phone: str = ANNA) -> None:
        self._text(phone, "When do you open on Sunday?")

    def decline(self, phone: str = ANNA) -> None:
        self._text(phone, "Not now, thanks")

    def doubt(self, phone: str = ANNA) -> None:
        """In words that a person must read first."""
        self._text(phone, "please leave me alone for today")

    def click(self, phone: str = ANNA) -> None:
        lead_id = self.world.lead_id(phone)
        data = MessageClicked(message_id="msg_code", slug="s", human=True, rule="nothing_against_it")
        lead = self.books.leads.lead(lead_id)
        if lead and lead.origin:
            cause = f"click-{self.acts}"
            event = record(data, subject=lead_id, version=1, at=self.clock(), origin=lead.origin, cause=cause)
            self.memory.append(event)

    def would(
        self, automation: Automation, first: date | None = None, last: date | None = None
    ) -> WhatHappens:
        """What the automation would have done here until now."""
        return self.asking()(automation, first or BEGIN.date(), last or self.clock().date())

    def asking(self, progress: Callable[[datetime, int], None] = lambda at, leads: None) -> WhatWouldHappen:
        return WhatWouldHappen(
            happenings=Happenings(self.books),
            leads=self.books.leads,
            codes=self.books.codes,
            carts=self.carts,
            campaigns=self.books.campaigns,
            sending=SENDING,
            prices=PRICES,
            clock=self.clock,
            progress=progress,
        )

    def _text(self, phone: str, words: str) -> None:
        # What a text tells stands in the ledger in the order of its events' ids: the same in every town.
        self.said += 1
        self.world.reply(phone, words, provider_id=f"sms-{self.said}")

    def _codes(self, phone: str) -> tuple[str, ...]:
        lead = self.books.leads.lead(self.world.lead_id(phone))
        return lead.codes[:1] if lead else ()

    def _buyer(self, phone: str) -> Buyer:
        return Buyer(lead_id=self.world.lead_id(phone))

    def _cart(self, phone: str) -> str:
        return f"cart-{phone}-{self.acts // 6}"
