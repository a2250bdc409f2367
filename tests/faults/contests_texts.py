"""What many senders want at once, each a process of its own on the same store: places, budgets, and a STOP between."""

import random
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from time import monotonic
from typing import Any, TypeVar

from tests.fakes.books import Books
from tests.fakes.clock import NOON
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.made import a_reply
from tests.fakes.samples import BUFFET
from tests.fakes.world import World
from tests.faults.crowd import rush
from tests.faults.people import People, fresh_number
from tests.faults.planning import help_answer, marketing
from twofold.adapters.dynamodb.items import LimitItem
from twofold.adapters.dynamodb.limits import SLICES
from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.campaigns.model import Budget
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import LimitSettings, SendingSettings, TableSettings
from twofold.leads.phone import Phone
from twofold.limits.allowance import Allowance
from twofold.messages.model import Message
from twofold.messages.sending.plan import planned

T = TypeVar("T")

NO_CAP = {"cap_day": 10**6, "cap_month": 10**6}
SOON = 0.1
"""Seconds within which a STOP comes, while some texts are sent."""

TRIES = 5
"""How often the queue `marketing` hands a message over."""


def senders(people: People, count: int, **sending: Any) -> list[World]:
    """Each has leases, caches and a provider of its own, as a process has; it is noon for all of them."""
    people.attach()
    told = SendingSettings(**{"campaign": people.campaign.campaign_id, **sending})
    limits = LimitSettings(ip_10min=10**6, ip_day=10**6)
    return [World(books=_books(people), sending=told, limits=limits) for _ in range(count)]


def _books(people: People) -> Books:
    books = in_dynamodb(TableSettings(**people.process.twin.tables))
    return replace(books, messages=Watched(people.connection))


@dataclass
class Watched(DynamoMessageBook):
    """Knows when each claim that was won had begun."""

    connection: Any
    won: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(self.connection)

    def claim(self, message: Message, *rest: Any) -> bool:
        began = monotonic()
        won = super().claim(message, *rest)
        if won:
            self.won[message.message_id] = began
        return won


def go(world: World, message: Message) -> str:
    """As the queue hands it over, until it is done."""
    try:
        return again(lambda: world.send(planned(message)))
    except Unavailable:
        return "given up"


def again(deed: Callable[[], T]) -> T:
    """As whoever brings it does when a busy database did not answer. Raises Unavailable in the end."""
    for _ in range(TRIES - 1):
        try:
            return deed()
        except Unavailable:
            continue
    return deed()


def automations(people: People, many: int, cap: int) -> Counter[str]:
    """How so many marketing texts to one lead ended, all of them let go at once."""
    phone, worlds = fresh_number(), senders(people, 8, cap_day=cap)
    people.lead(phone)
    texts = [marketing(people, phone, planned_at=worlds[0].clock()) for _ in range(many)]
    rush([partial(worlds[0].texts.plan, text) for text in texts])
    ended = rush([partial(go, worlds[n % len(worlds)], text) for n, text in enumerate(texts)])
    left = sum(len(world.gateway.sent) for world in worlds)
    assert left == ended.count("accepted")
    return Counter(map(str, ended))


@dataclass
class Story:
    """One lead's texts, of which some are sent, then a STOP comes in while the others are."""

    people: People
    world: World
    texts: int
    before: int = 2

    def run(self) -> tuple[int, int]:
        """How many were claimed before the STOP was stored, and how many after."""
        phone = fresh_number()
        again(lambda: self.world.confirmed(phone.e164))
        fields = {"lead_id": self.world.lead_id(phone.e164), "planned_at": self.world.clock()}
        made = [marketing(self.people, phone, **fields) for _ in range(self.texts)]
        for text in made:
            again(partial(self.world.texts.plan, text))
        for text in made[: self.before]:
            assert go(self.world, text) == "accepted"
        stored: list[float] = []
        stop = threading.Thread(target=self._stop, args=(phone, stored))
        stop.start()
        ended = [go(self.world, text) for text in made[self.before :]]
        stop.join()
        assert set(ended) <= {"accepted", "opted_out"}, ended
        return self._around([text.message_id for text in made], stored[0])

    def _stop(self, phone: Phone, stored: list[float]) -> None:
        time.sleep(random.uniform(0, SOON))
        inbound = a_reply(phone.e164, "STOP", self.world.clock(), provider_id=uuid.uuid4().hex)
        assert again(lambda: self.world.replies.receive(inbound)) in ("stop", "seen")
        stored.append(monotonic())

    def _around(self, ids: Sequence[str], stored: float) -> tuple[int, int]:
        won = self.world.books.messages.won  # type: ignore[attr-defined]
        began = [won[message_id] for message_id in ids if message_id in won]
        sent = {sms.message_id for sms in self.world.gateway.sent}
        assert {i for i in ids if i in won} == {i for i in ids if i in sent}, "claimed and sent are the same"
        late = sum(moment > stored for moment in began)
        return len(began) - late, late


def stops(people: People, leads: int, texts: int) -> list[tuple[int, int]]:
    worlds = senders(people, 8, **NO_CAP)
    stories = [Story(people, worlds[n % len(worlds)], texts).run for n in range(leads)]
    told = rush(stories, at_once=len(worlds))
    for each in told:
        assert isinstance(each, tuple), repr(each)
    return [each for each in told if isinstance(each, tuple)]


@dataclass
class Spent:
    """In millionths of a US dollar: `most` may be spent, `taken` is what the budget's row says in the end, `kept` what
    the messages say, reserved or billed; `slack` is what processes may have leased and not used."""

    most: int
    taken: int
    kept: int
    slack: int
    ended: Counter[str]


def spending(people: People, many: int, rule: str, cents: int, *, receipts: bool = False) -> Spent:
    """So many answers to so many numbers, sent by eight processes at once; a third is settled at half the price."""
    worlds = senders(people, 8, **({"day_budget": cents} if rule == "day_budget" else {}))
    budget = Budget(day=cents if rule == "campaign_day_budget" else None)
    budget = replace(budget, total=cents if rule == "campaign_budget" else None)
    worlds[0].books.upkeep.put_campaign(replace(BUFFET, budget=budget))
    made = [
        replace(help_answer(people, fresh_number()), planned_at=NOON, expires_at=None) for _ in range(many)
    ]
    rush([partial(worlds[0].texts.plan, text) for text in made])

    def send(n: int) -> str:
        world = worlds[n % len(worlds)]
        ended = go(world, made[n])
        if receipts and ended == "accepted" and n % 3 == 0:
            world.receipt(made[n], price=world.message(made[n]).price // 2)
        return ended

    def share(first: int) -> list[str]:
        """One process sends one text after the other, as a function does."""
        return [send(n) for n in range(first, many, len(worlds))]

    told = rush([partial(share, first) for first in range(len(worlds))])
    assert all(isinstance(each, list) for each in told), told
    ended = Counter(outcome for each in told if isinstance(each, list) for outcome in each)
    return _spent(worlds, made, dict(worlds[0].texts.spend.budgets.of(made[0], budget))[rule], ended)


def _spent(worlds: list[World], made: list[Message], allowance: Allowance, ended: Counter[str]) -> Spent:
    found = [worlds[0].message(text) for text in made]
    left = [message for message in found if message.state in ("accepted", "delivered")]
    assert len(left) == ended["accepted"] == sum(len(world.gateway.sent) for world in worlds)
    slack = len(worlds) * max(allowance.most // SLICES, max(message.price for message in left))
    kept = sum(message.price if message.billed is None else message.billed for message in left)
    taken = int(LimitItem.get(allowance.row(NOON)).taken)
    return Spent(allowance.most, taken, kept, slack, ended)
