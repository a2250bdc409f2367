"""No more is spent on texts than was allowed, by whomever."""

from dataclasses import dataclass, replace
from datetime import datetime

import pytest

from tests.fakes.messages import InMemoryMessageBook
from tests.fakes.samples import ANNA, BEN, BUFFET, CARA
from tests.fakes.texts import PRICE
from tests.fakes.world import World
from twofold.campaigns.model import Budget
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import CodeIssued
from twofold.contracts.settings import LimitSettings, PriceSettings, SendingSettings
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter
from twofold.messages.money.prices import CENT, Prices

MANY = LimitSettings(ip_10min=10_000, ip_day=10_000)


def spent(world: World) -> dict[str, int]:
    """Cents, by what they were taken of."""
    limits = world.books.counter.memory.limits  # type: ignore[attr-defined]
    return {row.split("#86400")[0]: n // CENT for row, n in limits.items() if row.startswith("budget#") and n}


def with_budget(world: World, **cents: int) -> None:
    world.books.upkeep.put_campaign(replace(BUFFET, budget=Budget(**cents)))


def remind(world: World, phone: str) -> str:
    world.confirmed(phone)
    return world.go(world.plan(phone))


def test_the_day_s_budget_for_texts_is_not_overdrawn():
    world = World(limits=MANY, sending=SendingSettings(day_budget=2 * PRICE + 1))
    assert [remind(world, p) for p in (ANNA, BEN, CARA)] == ["accepted", "accepted", "day_budget"]
    world.clock.forward(days=1)
    assert world.go(world.plan(CARA)) == "accepted"


def test_verification_codes_are_paid_from_a_purse_of_their_own():
    world = World(limits=MANY, sending=SendingSettings(day_budget=0))
    world.confirmed()
    assert sorted(world.send_all()) == ["accepted", "day_budget"]
    assert spent(world) == {"budget#verification": PRICE}


def test_a_campaign_s_day_and_the_campaign_itself_have_theirs(world: World):
    with_budget(world, day=PRICE, total=2 * PRICE)
    assert [remind(world, phone) for phone in (ANNA, BEN)] == ["accepted", "campaign_day_budget"]
    world.clock.forward(days=1)
    assert world.go(world.plan(BEN)) == "accepted"
    world.clock.forward(days=1)
    assert remind(world, CARA) == "campaign_budget"


def test_what_one_purse_refuses_is_taken_from_none(world: World):
    with_budget(world, day=PRICE - 1)
    assert remind(world, ANNA) == "campaign_day_budget"
    assert spent(world) == {}


def test_a_verification_code_counts_for_its_campaign_too(world: World):
    with_budget(world, total=PRICE)
    world.confirmed()
    assert "campaign_budget" in world.send_all()


def test_every_part_is_paid_for(world: World):
    long = {**BUFFET.templates["en"], "reminder": "x" * 161}
    world.books.upkeep.put_campaign(replace(BUFFET, templates={**BUFFET.templates, "en": long}))
    assert remind(world, ANNA) == "accepted"
    assert spent(world) == {"budget#texts": 2 * PRICE}
    assert world.gateway.sent[-1].price == PRICE * CENT, "the provider is told what one part may cost"


def test_what_surely_did_not_leave_is_spent_on_another(world: World):
    with_budget(world, total=PRICE)
    world.gateway.faults = [Unavailable("throttled")]
    with pytest.raises(Unavailable):
        remind(world, ANNA)
    assert remind(world, BEN) == "accepted"


@dataclass
class Failing:
    """A counter that cannot be asked about campaigns."""

    counter: Counter

    def take(self, allowance: Allowance, at: datetime, amount: int = 1) -> bool:
        if "campaign" in allowance.key:
            raise Unavailable("no answer")
        return self.counter.take(allowance, at, amount)

    def give(self, allowance: Allowance, at: datetime, amount: int = 1) -> None:
        self.counter.give(allowance, at, amount)


def test_nothing_stays_taken_of_one_budget_when_another_cannot_be_asked(world: World):
    world.confirmed()
    spend = replace(world.texts.spend, counter=Failing(world.books.shared))
    with pytest.raises(Unavailable):
        spend.reserve(replace(world.plan(), price=PRICE * CENT), Budget(day=100), world.clock())
    assert spent(world) == {}


def test_a_code_s_price_is_given_back_when_its_claim_cannot_be_stored(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    def unreachable(*_: object, **__: object) -> bool:
        raise Unavailable("no answer")

    world.confirmed()
    issued = next(event for event in world.timeline() if isinstance(event.data, CodeIssued))
    monkeypatch.setattr(InMemoryMessageBook, "claim", unreachable)
    with pytest.raises(Unavailable):
        world.send(issued)
    assert spent(world) == {}


@pytest.mark.parametrize(("before", "after"), [({}, {"day": 100, "total": 100}), ({"day": 100}, {})])
def test_a_price_goes_back_to_those_budgets_that_it_was_taken_of(
    world: World, before: dict[str, int], after: dict[str, int]
):
    with_budget(world, **before)
    world.confirmed()
    message = world.plan()
    world.go(message)
    was_taken_of = set(spent(world))
    with_budget(world, **after)
    world.receipt(message, price=CENT)
    assert spent(world) == dict.fromkeys(was_taken_of, 1)


def test_nor_does_what_did_not_leave_go_back_to_others(world: World):
    world.confirmed()
    message = world.plan()
    reserved, _ = world.texts.spend.reserve(replace(message, price=CENT), Budget(), world.clock())
    with_budget(world, day=100, total=100)
    assert world.texts.spend.give_back(reserved) == replace(message, price=CENT)
    assert spent(world) == {}


def test_prices_are_known_by_country():
    prices = Prices.read(PriceSettings(default="0.2", countries=("PL=0.043", "US=0.0083")))
    assert [prices.of(country) for country in ("PL", "US", "VN")] == [43_000, 8_300, 200_000]


@pytest.mark.parametrize(
    "price", ["0", "0.0", "-0.1", "0.0000001", "1e-3", "cheap", "", "NaN", "Infinity", "0,1"]
)
def test_what_is_no_price_is_not_taken(price: str):
    for settings in (PriceSettings(default=price), PriceSettings(countries=(f"PL={price}",))):
        with pytest.raises(ValueError, match="US dollars"):
            Prices.read(settings)


@pytest.mark.parametrize("row", ["PL", "PL:0.1", "=0.1", "Poland=0.1", "pl=0.1"])
def test_a_row_without_a_country_is_not_taken(row: str):
    with pytest.raises(ValueError, match=r"PL=0\.043"):
        Prices.read(PriceSettings(countries=(row,)))
