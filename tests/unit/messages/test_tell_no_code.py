"""Who joins by a keyword when there is no code is told so by a text; others see it on their page."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.fakes.samples import ANNA, BEN, BUFFET, POSTER
from tests.fakes.world import World
from twofold.campaigns.model import CodeLimits, CodePool
from twofold.contracts.events import CodePromised, CodesUsedUp, Envelope
from twofold.messages.sending.tell_no_code import NEWS

SPENT = CodeLimits(codes=0)
DRY = CodePool(when_dry="promise")
WHY = pytest.mark.parametrize(
    ("terms", "template", "words"),
    [
        ({"pool": DRY}, "promised", "yours follows by text"),
        ({"limits": SPENT}, "used_up", "All codes of this offer are given out"),
    ],
    ids=["promised", "used up"],
)


@pytest.fixture
def joined(world: World) -> Callable[..., World]:
    """Somebody who said yes to a keyword's invitation while the campaign had these terms."""

    def join(phone: str = ANNA, **terms: object) -> World:
        world.books.upkeep.put_campaign(replace(BUFFET, **terms))  # type: ignore[arg-type]
        world.books.upkeep.put_asset(replace(POSTER, asset_id="ast_word", keyword="NOODLES"))
        assert [world.reply(phone, words) for words in ("noodles", "Y")] == ["join", "yes"]
        return world

    return join


def without_code(world: World, phone: str = ANNA) -> Envelope:
    """The event that there was none."""
    (event,) = [e for e in world.timeline(phone) if isinstance(e.data, CodePromised | CodesUsedUp)]
    return event


@WHY
def test_who_joined_by_a_reply_is_told_once(
    joined: Callable[..., World], terms: dict[str, object], template: str, words: str
):
    world = joined(**terms)
    event = without_code(world)
    assert [world.send(event), world.send(event)] == ["planned", "seen"]
    world.send_all()
    (sms,) = [sms for sms in world.gateway.sent if words in sms.text]
    assert (sms.to.e164, sms.message_class) == (ANNA, "requested")
    world.send_all()
    assert sum(words in text for text in world.gateway.texts) == 1


@WHY
def test_a_campaign_may_say_it_in_its_own_words(
    joined: Callable[..., World], terms: dict[str, object], template: str, words: str
):
    templates = {**BUFFET.templates, "en": {**BUFFET.templates["en"], template: "{brand}: not today."}}
    world = joined(**terms, templates=templates)
    world.send(without_code(world))
    world.send_all()
    assert f"{BUFFET.brand}: not today." in world.gateway.texts


@WHY
def test_who_joined_on_a_page_gets_no_text(world: World, terms: dict[str, object], template: str, words: str):
    world.books.upkeep.put_campaign(replace(BUFFET, **terms))  # type: ignore[arg-type]
    assert world.confirmed(BEN).no_code == template
    assert world.send(without_code(world, BEN)) == "on_their_page"


def test_a_second_yes_asks_for_no_second_text(joined: Callable[..., World]):
    world = joined(limits=SPENT)
    world.reply(ANNA, "Y")
    assert world.send(without_code(world)) == "planned"


def test_who_has_left_is_not_told(joined: Callable[..., World]):
    world = joined(limits=SPENT)
    world.reply(ANNA, "STOP")
    assert world.send(without_code(world)) == "left"


def test_news_of_an_hour_ago_are_none(joined: Callable[..., World]):
    world = joined(limits=SPENT)
    world.clock.at += NEWS
    assert world.send(without_code(world)) == "too_old"


def test_a_challenge_that_was_forgotten_is_no_reason_to_try_again(joined: Callable[..., World]):
    world = joined(limits=SPENT)
    world.books.challenges.memory.challenges.clear()  # type: ignore[attr-defined]
    assert world.send(without_code(world)) == "challenge_gone"


def test_whoever_gets_a_code_is_told_the_code_alone(joined: Callable[..., World]):
    world = joined()
    assert not [e for e in world.timeline() if isinstance(e.data, CodePromised | CodesUsedUp)]
