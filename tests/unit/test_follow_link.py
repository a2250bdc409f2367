"""Following a short link: where it leads, and whether a person went there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.samples import BUFFET, SITE
from tests.fakes.world import World
from twofold.contracts.errors import NotFound
from twofold.contracts.events import MessageClicked
from twofold.limits.allowance import Allowance
from twofold.messages.links.judge import BURST, CROWD, SOON
from twofold.messages.links.model import SLUG, slug_of
from twofold.visits.utm import with_utm

CHROME = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36"


@pytest.fixture
def link(world: World) -> str:
    """The address in a text that somebody has had time to read."""
    world.code()
    message = world.plan()
    assert world.go(message) == "accepted"
    world.clock.forward(minutes=1)
    return next(word for word in world.gateway.texts[-1].split() if word.startswith(SITE))


def clicks(world: World) -> list[tuple[bool, str]]:
    """Those that became events: by a person or not, and the rule that says so."""
    told = [event.data for event in world.timeline() if isinstance(event.data, MessageClicked)]
    return [(click.human, click.rule) for click in told]


def test_it_leads_to_the_lead_s_own_code_and_says_whence(world: World, link: str):
    code = world.lead().codes[0]
    utm = "utm_source=twofold&utm_medium=sms&utm_campaign=buffet-20&utm_content=reminder"
    assert world.click(link) == f"{SITE}/c/{code}?{utm}"


def test_without_a_code_it_leads_where_the_campaign_leads(world: World):
    world.confirmed()
    news = {"news": "{brand}: {link} STOP to stop"}
    world.books.upkeep.put_campaign(replace(BUFFET, templates={"en": news}))
    world.go(world.plan(template="news", fields={}))
    link = next(word for word in world.gateway.texts[-1].split() if word.startswith(SITE))
    assert world.click(link).startswith(f"{BUFFET.target_url}?utm_source=twofold")


def test_what_the_address_says_already_stays():
    led = with_utm("https://shop.example/a?b=&utm_source=own#top", medium="sms", campaign="c", content="x y")
    assert led == "https://shop.example/a?b=&utm_source=own&utm_medium=sms&utm_campaign=c&utm_content=x+y#top"


def test_a_person_is_told_once_and_counted_each_time(world: World, link: str):
    for _ in range(3):
        world.click(link)
        world.clock.forward(minutes=1)
    assert clicks(world) == [(True, "nothing_against_it")]
    assert world.books.links.find(link.rpartition("/")[2]).clicks == 3


def test_a_machine_before_the_person_takes_nothing_from_them(world: World, link: str):
    world.click(link, method="HEAD")
    world.clock.forward(seconds=5)
    world.click(link)
    assert sorted(clicks(world)) == [(False, "head"), (True, "nothing_against_it")]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"method": "HEAD"}, "head"),
        ({"user_agent": ""}, "no_user_agent"),
        ({"user_agent": "  "}, "no_user_agent"),
        ({"user_agent": "facebookexternalhit/1.1"}, "known_machine"),
        ({"user_agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}, "known_machine"),
        ({"user_agent": "python-requests/2.32"}, "known_machine"),
        ({"user_agent": CHROME, "purpose": "prefetch;prerender"}, "prefetch"),
        ({"user_agent": CHROME, "purpose": "preview"}, "prefetch"),
    ],
)
def test_what_gives_a_machine_away(world: World, link: str, fields: dict[str, str], rule: str):
    world.click(link, **fields)
    assert clicks(world) == [(False, rule)]


@pytest.mark.parametrize("agent", [CHROME, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)"])
def test_people_s_browsers_are_no_machines(world: World, link: str, agent: str):
    world.click(link, user_agent=agent)
    assert clicks(world) == [(True, "nothing_against_it")]


def test_nobody_taps_within_seconds_of_the_text(world: World):
    world.code()
    world.go(world.plan())
    link = next(word for word in world.gateway.texts[-1].split() if word.startswith(SITE))
    world.clock.forward(seconds=SOON.total_seconds() - 0.001)
    world.click(link)
    assert clicks(world) == [(False, "too_soon")]


def test_one_click_right_after_another_is_a_scanner_s(world: World, link: str):
    world.click(link, method="HEAD")
    world.clock.at += BURST - timedelta(milliseconds=1)
    world.click(link)
    assert world.books.links.find(link.rpartition("/")[2]).human_at is None
    world.clock.at += BURST
    world.click(link)
    assert (True, "nothing_against_it") in clicks(world)


def test_a_network_that_opens_many_links_at_once_is_a_scanner(world: World, link: str):
    crowd = Allowance(key="clicks#scanner", most=CROWD, seconds=60)
    for _ in range(CROWD):
        world.books.counter.take(crowd, world.clock())
    world.click(link, network="scanner")
    assert clicks(world) == [(False, "network_burst")]


def test_one_link_that_is_opened_again_and_again_is_not_many(world: World, link: str):
    for _ in range(CROWD + 3):
        world.click(link, network="home")
        world.clock.forward(seconds=3)
    assert clicks(world) == [(True, "nothing_against_it")]


def test_elsewhere_there_is_nothing(world: World):
    with pytest.raises(NotFound):
        world.click(f"{SITE}/never")


def test_slugs_are_short_told_apart_and_not_to_be_guessed_without_the_key():
    slugs = {slug_of(b"k" * 32, f"msg_{n}") for n in range(500)}
    assert len(slugs) == 500
    assert {len(slug) for slug in slugs} == {SLUG}
    assert not set("0O1Il") & set("".join(slugs))
    assert slug_of(b"k" * 32, "msg_1") != slug_of(b"x" * 32, "msg_1")
