"""How many verification texts may leave, and who pays for it."""

from dataclasses import replace

from tests.fakes.samples import ANNA, CARA, POSTER
from tests.fakes.texts import PRICE
from tests.fakes.world import World
from twofold.contracts.settings import LimitSettings

WIDE = {"ip_10min": 10_000, "ip_day": 10_000}


def a_world(**limits: object) -> World:
    return World(limits=LimitSettings(**{**WIDE, **limits}))  # type: ignore[arg-type]


def ask(world: World, phone: str = ANNA, asset_id: str = "ast_landing") -> str:
    """Sign up and let the text be sent; answer how that ended."""
    world.join(phone, asset_id)
    world.clock.forward(milliseconds=1)
    return [world.send(event) for event in world.timeline(phone) if event.type == "signup.requested.v1"][-1]


def neighbours(count: int) -> list[str]:
    """Numbers of one seven-digit prefix."""
    return [f"+4860123{4000 + n}" for n in range(count)]


def strangers(count: int) -> list[str]:
    """Numbers of as many prefixes."""
    return [f"+4860{1000000 + 10_000 * n}" for n in range(count)]


def test_a_number_gets_three_in_ten_minutes():
    world = a_world()
    assert [ask(world) for _ in range(4)] == ["accepted"] * 3 + ["number_10min"]
    assert len(world.gateway.sent) == 3


def test_the_ten_minutes_slide_so_that_no_burst_outruns_them():
    world, ends = a_world(number_day=100), []
    for _ in range(20):
        ends.append((world.clock(), ask(world)))
        world.clock.forward(minutes=2)
    sent = [at for at, end in ends if end == "accepted"]
    for at in sent:
        assert sum(0 <= (other - at).total_seconds() < 599 for other in sent) <= 3
    assert len(sent) > 6


def test_a_number_gets_five_a_day():
    world, ends = a_world(), []
    for _ in range(6):
        ends.append(ask(world))
        world.clock.forward(minutes=11)
    assert ends == ["accepted"] * 5 + ["number_day"]
    world.clock.forward(days=1)
    assert ask(world) == "accepted"


def test_a_new_challenge_does_not_reset_what_the_number_was_sent():
    world = a_world()
    for _ in range(3):
        ask(world)
    assert ask(world, asset_id=POSTER.asset_id) == "number_10min"
    assert ask(world, CARA) == "accepted"


def test_a_prefix_gets_so_many_an_hour():
    world = a_world(prefix_hour=3)
    assert [ask(world, phone) for phone in neighbours(4)] == ["accepted"] * 3 + ["prefix_hour"]
    assert ask(world, CARA) == "accepted"
    world.clock.forward(hours=1)
    assert ask(world, neighbours(5)[4]) == "accepted"


def test_the_operator_s_desk_is_not_counted_by_prefix_but_by_all_else():
    world = a_world(prefix_hour=0, trusted_networks=("203.0.113.7/32",), country_day=2)
    assert [ask(world, phone) for phone in neighbours(3)] == ["accepted", "accepted", "country_day"]


def test_an_asset_gets_so_many_a_day():
    world = a_world(asset_day=2)
    assert [ask(world, phone) for phone in strangers(3)] == ["accepted", "accepted", "asset_day"]
    assert ask(world, strangers(4)[3], POSTER.asset_id) == "accepted"


def test_a_country_gets_so_many_a_day():
    world = a_world(country_day=2)
    assert [ask(world, phone) for phone in strangers(3)] == ["accepted", "accepted", "country_day"]
    assert ask(world, CARA) == "accepted"


def test_a_day_costs_so_much_and_no_more():
    world = a_world(day_budget=2 * PRICE)
    assert [ask(world, phone) for phone in strangers(3)] == ["accepted", "accepted", "day_budget"]
    assert ask(world, CARA) == "day_budget"
    world.clock.forward(days=1)
    assert ask(world, CARA) == "accepted"


def test_a_text_of_several_parts_costs_several_times_as_much():
    world = a_world(day_budget=3 * PRICE)
    campaign = world.books.campaigns.campaign("buffet-20")
    long = {**campaign.templates["en"], "verification": "{code} " + "x" * 160}
    world.books.upkeep.put_campaign(replace(campaign, templates={**campaign.templates, "en": long}))
    assert [ask(world, phone) for phone in strangers(2)] == ["accepted", "day_budget"]


def test_what_is_blocked_by_its_number_costs_nobody_else_anything():
    world = a_world(number_10min=0)
    ask(world)
    counted = world.books.counter.memory.limits  # type: ignore[attr-defined]
    assert counted
    assert all(row.startswith("ip#") for row in counted)
