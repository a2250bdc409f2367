"""A number left at an asset."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.fakes.clock import NOON
from tests.fakes.samples import ANNA, BUFFET, LANDING, PASSER_BY, SHOP, WIDGET, signup
from tests.fakes.world import World
from twofold.contracts.errors import Forbidden, Gone, InvalidRequest, NotFound, TooMany
from twofold.contracts.events import SignupRequested
from twofold.contracts.payloads.signups import ConsentGiven
from twofold.contracts.settings import LimitSettings
from twofold.visits.visitor import Visitor


def test_a_number_left_opens_a_challenge_and_asks_for_one_text(world: World):
    told = world.signups.sign_up(signup(), PASSER_BY)
    assert (told.resend_after, told.expires_at) == (30, "2026-11-22T12:10:00Z")
    (event,) = world.timeline()
    assert event.data == SignupRequested(challenge_id=told.challenge_id, send=1)
    assert (event.campaign_id, event.asset_id) == (BUFFET.campaign_id, LANDING.asset_id)


def test_ids_of_challenges_are_long_and_never_the_same(world: World):
    ids = {world.join(f"+4860123{n:04d}") for n in range(8)}
    assert len(ids) == 8
    assert min(len(i) for i in ids) >= 22


def test_what_was_agreed_to_is_kept_word_for_word(world: World):
    asked = signup(locale="pl-PL", page_url="https://shop.example/offer")
    challenge_id = world.signups.sign_up(asked, PASSER_BY).challenge_id
    evidence = world.books.challenges.find(challenge_id).evidence
    assert evidence.wording == BUFFET.consents[-1].text["pl"]
    assert (evidence.locale, evidence.page_url) == ("pl", "https://shop.example/offer")
    assert (evidence.address, evidence.user_agent) == (PASSER_BY.address, PASSER_BY.user_agent)
    assert evidence.ticked_at == NOON


def test_a_wording_that_lacks_the_locale_is_kept_in_the_campaign_s_own(world: World):
    english = replace(BUFFET.consents[-1], text={"en": "I agree."})
    world.books.upkeep.put_campaign(replace(BUFFET, consents=(english,)))
    challenge_id = world.signups.sign_up(signup(locale="pl"), PASSER_BY).challenge_id
    assert world.books.challenges.find(challenge_id).evidence.wording == "I agree."


def test_without_a_tick_there_is_no_sign_up(world: World):
    unticked = signup(consent=ConsentGiven(version="2026-11-1", accepted=False))
    with pytest.raises(InvalidRequest) as raised:
        world.signups.sign_up(unticked, PASSER_BY)
    assert (raised.value.code, raised.value.field) == ("consent_missing", "consent.accepted")
    assert world.timeline() == []


def test_consent_to_a_text_that_never_was_is_refused(world: World):
    strange = signup(consent=ConsentGiven(version="2019-1", accepted=True))
    with pytest.raises(InvalidRequest) as raised:
        world.signups.sign_up(strange, PASSER_BY)
    assert raised.value.field == "consent.version"


def test_an_earlier_wording_may_still_be_agreed_to(world: World):
    newer = replace(BUFFET.consents[0], version="2027-1")
    world.books.upkeep.put_campaign(replace(BUFFET, consents=(*BUFFET.consents, newer)))
    world.join()


def test_an_asset_that_never_was_is_not_found(world: World):
    with pytest.raises(NotFound):
        world.join(asset_id="ast_never")


def test_a_page_of_a_shop_speaks_for_the_asset_that_names_it(world: World):
    shop = replace(PASSER_BY, origin=SHOP)
    world.signups.sign_up(signup(asset_id=WIDGET.asset_id), shop)
    with pytest.raises(Forbidden) as raised:
        world.signups.sign_up(signup(asset_id=LANDING.asset_id), shop)
    assert raised.value.code == "origin_not_allowed"


@pytest.mark.parametrize("origin", ["https://saffrongarden.example.evil.example", f"{SHOP}:8443", "null", ""])
def test_an_origin_must_match_exactly(world: World, origin: str):
    with pytest.raises(Forbidden):
        world.signups.sign_up(signup(asset_id=WIDGET.asset_id), replace(PASSER_BY, origin=origin))


@pytest.mark.parametrize(
    "change",
    [
        {"paused": True},
        {"ends_at": NOON},
        {"starts_at": NOON + timedelta(seconds=1)},
    ],
)
def test_a_campaign_that_does_not_run_takes_no_numbers(world: World, change: dict[str, Any]):
    world.books.upkeep.put_campaign(replace(BUFFET, **change))
    with pytest.raises(Gone) as raised:
        world.join()
    assert raised.value.code == "campaign_not_running"


def test_a_paused_asset_takes_no_numbers(world: World):
    now = world.books.register.current(LANDING.asset_id)
    world.books.upkeep.put_asset(replace(now, paused=True))
    with pytest.raises(Gone) as raised:
        world.join()
    assert raised.value.code == "asset_paused"
    assert world.timeline() == []


def test_one_network_may_ask_for_so_many_texts_and_no_more():
    world = World(limits=LimitSettings(ip_10min=2))
    neighbours = [Visitor(address=f"203.0.113.{n}") for n in (1, 2, 3)]
    for visitor in neighbours[:2]:
        world.signups.sign_up(signup(), visitor)
    with pytest.raises(TooMany) as raised:
        world.signups.sign_up(signup(), neighbours[2])
    assert raised.value.retry_after == 600
    world.signups.sign_up(signup(), Visitor(address="203.0.114.1"))


def test_the_network_s_day_counts_beside_its_ten_minutes():
    world = World(limits=LimitSettings(ip_10min=2, ip_day=3))
    for _ in range(3):
        world.signups.sign_up(signup(), PASSER_BY)
        world.clock.forward(minutes=10)
    with pytest.raises(TooMany):
        world.signups.sign_up(signup(), PASSER_BY)


def test_the_operator_s_own_desk_is_not_counted():
    world = World(limits=LimitSettings(ip_10min=1, trusted_networks=("203.0.113.0/24",)))
    ids = [world.signups.sign_up(signup(), PASSER_BY).challenge_id for _ in range(3)]
    assert all(world.books.challenges.find(i).trusted for i in ids)


def test_an_asset_may_serve_fewer_countries_than_its_campaign(world: World):
    world.books.upkeep.put_asset(replace(LANDING, countries=("DE",)))
    with pytest.raises(InvalidRequest) as raised:
        world.join(ANNA)
    assert raised.value.code == "country_not_served"
    world.signups.sign_up(signup("0171 1234567"), PASSER_BY)
