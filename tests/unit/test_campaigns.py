"""What is true of a campaign and of its offer."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.clock import NOON
from tests.fakes.samples import BUFFET, WIDGET
from tests.fakes.world import World
from twofold.assets.show import ShowAsset
from twofold.campaigns.offer import CodeRules, Offer, ReferralOffer
from twofold.codes.draw import ALPHABET, LENGTH, draw_code
from twofold.codes.tidy import tidy
from twofold.contracts.errors import Forbidden, NotFound
from twofold.contracts.payloads.assets import AssetSettings

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("change", "runs"),
    [
        ({}, True),
        ({"starts_at": NOON}, True),
        ({"starts_at": NOON + SECOND}, False),
        ({"ends_at": NOON + SECOND}, True),
        ({"ends_at": NOON}, False),
        ({"starts_at": NOON - SECOND, "ends_at": NOON + SECOND}, True),
        ({"paused": True}, False),
    ],
)
def test_a_campaign_runs_from_its_first_second_to_its_last(change: dict[str, object], runs: bool):
    assert replace(BUFFET, **change).runs(NOON) is runs  # type: ignore[arg-type]


@pytest.mark.parametrize("issued", [NOON.replace(hour=0), NOON, NOON.replace(hour=23, minute=59)])
def test_a_code_lasts_so_many_days_and_its_last_one_everywhere(issued: datetime):
    assert BUFFET.offer.expiry(issued) == datetime(2026, 12, 23, 12, tzinfo=UTC)


def test_an_end_that_was_said_holds_to_the_second_where_it_comes_first():
    ends_at = NOON + SECOND
    assert replace(BUFFET.offer, rules=CodeRules(ends_at=ends_at)).expiry(NOON) == ends_at


@pytest.mark.parametrize(
    ("wanted", "locale"),
    [
        ("pl", "pl"),
        ("pl-PL", "pl"),
        ("PL_pl", "pl"),
        ("de-CH-1996", "de"),
        ("it", "en"),
        ("it-CH", "en"),
        (None, "en"),
        ("", "en"),
        ("*", "en"),
        ("pl;q=0.5", "en"),
    ],
)
def test_the_nearest_locale_is_spoken(wanted: str | None, locale: str):
    assert BUFFET.best_locale(wanted) == locale


def test_a_regional_locale_that_is_offered_comes_first():
    campaign = replace(BUFFET, texts={**BUFFET.texts, "de-CH": {}})
    assert campaign.best_locale("de-CH") == "de-CH"
    assert campaign.best_locale("de-AT") == "de"


@pytest.mark.parametrize("texts", [{}, {"en": {}}, {"en": {}, "de": {}}])
def test_an_offer_that_is_not_translated_keeps_its_name(texts: dict[str, dict[str, str]]):
    assert replace(BUFFET, texts=texts).title("de") == BUFFET.offer.title


@pytest.mark.parametrize(
    ("locale", "spoken"), [("pl", "pl"), ("pl-PL", "pl"), ("de-CH", "de"), ("it", "en"), ("", "en")]
)
def test_a_message_speaks_the_locale_its_language_or_the_campaign_s_own(locale: str, spoken: str):
    assert BUFFET.template("code", locale) == BUFFET.templates[spoken]["code"]


def test_a_template_that_no_locale_has_is_none():
    assert BUFFET.template("never", "pl") is None


@pytest.mark.parametrize(
    ("offer", "amount", "off"),
    [
        (Offer(title="", kind="percent", value=20), 999, 199),
        (Offer(title="", kind="percent", value=100), 999, 999),
        (Offer(title="", kind="amount", value=500, currency="PLN"), 999, 500),
        (Offer(title="", kind="amount", value=500, currency="PLN"), 400, 400),
        (Offer(title="", kind="item", value=0), 999, None),
        (Offer(title="", kind="percent", value=20), 0, 0),
    ],
)
def test_what_an_offer_takes_off(offer: Offer, amount: int, off: int | None):
    assert offer.off(amount) == off


def test_codes_are_long_random_and_free_of_look_alikes():
    drawn = {draw_code(BUFFET, NOON).code for _ in range(500)}
    assert len(drawn) == 500
    assert {len(code) for code in drawn} == {len("BUF") + LENGTH}
    assert len(ALPHABET) ** LENGTH >= 2**50
    assert not set("01IO") & set(ALPHABET)


@pytest.mark.parametrize("prefix", ["BUF", "buf-", "b u f"])
def test_a_drawn_code_is_found_as_it_is_typed(prefix: str):
    code = draw_code(replace(BUFFET, code_prefix=prefix), NOON).code
    assert tidy(code) == tidy(f" {code.lower()[:5]}-{code.lower()[5:]} ") == code


def shown(world: World, asset_id: str, locale: str | None) -> AssetSettings:
    show = ShowAsset(assets=world.books.assets, campaigns=world.books.campaigns, clock=world.clock)
    return show(asset_id, locale)


def test_a_widget_is_told_all_it_needs_in_the_visitor_s_language(world: World):
    told = shown(world, WIDGET.asset_id, "pl-PL")
    assert (told.locale, told.countries[0], told.kind) == ("pl", "PL", "widget")
    assert told.consent.text == BUFFET.consents[-1].text["pl"]
    assert told.texts["join_button"] == "Wyślij mi kod"
    assert told.rules.popup_after_s == 8


def test_a_widget_is_told_what_a_friend_earns_and_nothing_breaks_where_that_is_nothing(world: World):
    silent = shown(world, WIDGET.asset_id, "en")
    lassi = Offer(title="A mango lassi", kind="item", value=0)
    world.books.upkeep.put_campaign(replace(BUFFET, referral=ReferralOffer(offer=lassi)))
    assert shown(world, WIDGET.asset_id, "en").texts["share_intro"].endswith(": A mango lassi")
    assert not [text for text in silent.texts.values() if "{reward}" in text]


def test_the_latest_wording_is_shown(world: World):
    newer = replace(BUFFET.consents[0], version="2027-1", text={"en": "I agree anew."})
    world.books.upkeep.put_campaign(replace(BUFFET, consents=(*BUFFET.consents, newer)))
    told = shown(world, WIDGET.asset_id, "pl")
    assert (told.consent.version, told.consent.text) == ("2027-1", "I agree anew.")


def test_an_asset_that_never_was_cannot_be_shown(world: World):
    with pytest.raises(NotFound):
        shown(world, "ast_never", None)


def test_a_page_of_our_own_is_always_admitted():
    WIDGET.admit(None)
    WIDGET.admit(WIDGET.origins[0])
    with pytest.raises(Forbidden):
        WIDGET.admit("https://elsewhere.example")


def test_whoever_is_refused_reads_both_places_that_let_a_shop_in():
    with pytest.raises(Forbidden) as refusal:
        WIDGET.admit("https://elsewhere.example")
    assert "`origins` of the asset" in refusal.value.detail
    assert "`shop_origins` of the deployment's environment" in refusal.value.detail
