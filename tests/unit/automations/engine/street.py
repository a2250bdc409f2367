"""A street where automations run: people do things, events are heard, steps and texts go at their moments."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.fakes.automations import FakeStepScheduler
from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.engine import Engine
from tests.fakes.gateway import FakeGateway
from tests.fakes.in_memory import in_memory
from tests.fakes.memory import Memory
from tests.fakes.orders import OrderBooks, order_books
from tests.fakes.samples import ANNA, BUFFET, order
from tests.fakes.shop import Shop, a_cart
from tests.fakes.world import World
from tests.unit.automations.definitions import TUESDAY
from twofold.automations.definition.automation import Automation
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.campaigns.model import Campaign
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import Envelope, MessagePlanned
from twofold.contracts.settings import LimitSettings, SendingSettings
from twofold.messages.model import Message
from twofold.orders.model import Buyer

ROOMY = LimitSettings(ip_10min=10**6, ip_day=10**6, number_day=10**6, number_10min=10**6)


@dataclass(slots=True, kw_only=True)
class Street:
    """In memory unless told otherwise. Everybody's events are heard once, in order, each time somebody does something.

    `outcomes` are what came of the steps that were done, `ended` of the texts.
    """

    automations: tuple[Automation, ...]
    campaign: Campaign = BUFFET
    gateway: FakeGateway = field(default_factory=FakeGateway)
    sending: SendingSettings = field(default_factory=lambda: SendingSettings(campaign=BUFFET.campaign_id))
    memory: Memory = field(default_factory=Memory)
    books: Books | None = None
    orders: OrderBooks | None = None
    clock: SetClock = field(default_factory=lambda: SetClock(TUESDAY))
    phones: set[str] = field(default_factory=set)
    heard: set[str] = field(default_factory=set)
    outcomes: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    queue: list[tuple[datetime, Envelope]] = field(default_factory=list)
    engine: Engine = field(init=False)
    world: World = field(init=False)
    shop: Shop = field(init=False)

    def __post_init__(self) -> None:
        books = self.books = self.books or in_memory(self.memory)
        at = self.orders = self.orders or order_books(self.memory)
        self.engine = Engine(books=books, carts=at.carts, clock=self.clock, sending=self.sending)
        told: dict[str, Any] = {"sending": self.sending, "limits": ROOMY, "wanted": self.engine.wants}
        self.world = World(books=books, clock=self.clock, gateway=self.gateway, **told)
        books.upkeep.put_campaign(self.campaign)
        self.shop = Shop(self.world, at=at)
        for automation in self.automations:
            self.engine.save(automation)

    @property
    def steps(self) -> FakeStepScheduler:
        return self.engine.scheduler

    def join(self, phone: str = ANNA) -> str:
        """A new lead; answer their code."""
        self.phones.add(phone)
        code = self.world.code(phone)
        self.listen()
        return code

    def redeem(self, code: str, order_id: str = "till-1") -> None:
        self.world.codes.redeem(code, order(order_id))
        self.listen()

    def fill_cart(
        self, cart_id: str, phone: str = ANNA, code: str | None = None, amount: int = 5_000
    ) -> None:
        self.shop.take_cart(a_cart(cart_id, amount=amount, buyer=self.buyer(phone), code=code))
        self.listen()

    def buyer(self, phone: str = ANNA) -> Buyer:
        return Buyer(lead_id=self.world.lead_id(phone))

    def say(self, words: str, phone: str = ANNA) -> None:
        self.world.reply(phone, words)
        self.listen()

    def listen(self) -> None:
        """Until there is nothing new: what is heard makes news itself."""
        while news := self.news():
            for event in news:
                self.heard.add(event.id)
                self.hear(event)

    def news(self) -> list[Envelope]:
        told = (event for phone in sorted(self.phones) for event in self.world.timeline(phone))
        return [event for event in told if event.id not in self.heard]

    def hear(self, event: Envelope) -> None:
        """By the engine, until it gets through, and by whoever sends texts."""
        self.insist(lambda: self.engine.hear(event))
        if isinstance(event.data, MessagePlanned):
            self.send(event)

    def send(self, event: Envelope) -> None:
        """What did not go, the queue brings again, an hour later."""
        try:
            self.ended.append(self.world.send(event))
        except Unavailable:
            self.queue.append((self.clock() + timedelta(hours=1), event))

    def send_again(self, *, all_of_them: bool = False) -> None:
        due = [event for at, event in self.queue if all_of_them or at <= self.clock()]
        self.queue = [(at, event) for at, event in self.queue if event not in due]
        for event in due:
            self.send(event)

    def insist(self, deed: Any, tries: int = 3) -> None:
        """As Lambda does; what fails so often ends among the dead letters."""
        for _ in range(tries):
            try:
                self.outcomes.append(deed())
            except Unavailable:
                continue
            return

    def forward(self, **by: float) -> None:
        """Time goes by, and what is due on the way is done at its moment."""
        until = self.clock() + timedelta(**by)
        while self._next(until):
            self.listen()
        self.clock.at = until

    def fire(self) -> None:
        """Everything that is due by now, however late that is."""
        while self._next(self.clock()):
            self.listen()

    def _next(self, until: datetime) -> bool:
        step = min((wake.at for wake in self.steps.waiting.values()), default=None)
        text = min((wake.at for wake in self.world.scheduler.waiting.values()), default=None)
        due = min((at for at in (step, text) if at), default=None)
        if due is None or due > until:
            return False
        self.clock.at = max(self.clock(), due)
        if due == step:
            self._step()
        else:
            self._text()
        return True

    def _step(self) -> None:
        wake = self.steps.fire(self.clock())
        assert wake
        self.insist(lambda: self.engine.run(wake.due))

    def _text(self) -> None:
        wake = self.world.scheduler.fire(self.clock())
        assert wake
        self.send(wake.event)

    def ways(self, phone: str = ANNA) -> list[Enrolment]:
        assert self.books
        return list(self.books.enrolments.of_lead(self.world.lead_id(phone)))

    def texts(self, *templates: str) -> Iterator[Message]:
        """What the phones got of these templates, oldest first."""
        sent = (self.world.message(sms.message_id) for sms in self.world.gateway.sent)
        return (message for message in sent if message.template in templates)
