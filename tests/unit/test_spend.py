"""No more is spent on texts than was allowed, by whomever."""

from dataclasses import replace

import pytest

from tests.fakes.samples import ANNA, BEN, BUFFET, CARA
from tests.fakes.texts import PRICE
from tests.fakes.world import World
from twofold.campaigns.model import Budget
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import LimitSettings, PriceSettings, SendingSettings
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
