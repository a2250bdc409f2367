"""A campaign that makes no sense is told where and why, in a sentence each."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.fakes.samples import BUFFET
from twofold.campaigns.address import takes_code
from twofold.campaigns.check.campaign import faults
from twofold.campaigns.check.pace import elsewhere
from twofold.campaigns.check.texts import fields
from twofold.campaigns.model import Budget, Campaign, Variant
from twofold.campaigns.offer import LeadMagnet, Offer, ReferralOffer
from twofold.contracts.payloads.assets import WidgetRules

WORDING = BUFFET.consents[-1]
BEGIN, END = datetime(2026, 12, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)
ENGLISH_ONLY = replace(BUFFET, texts={"en": {}}, variants=())
TITLED = {"en": "A guide"}


def found(campaign: Campaign = ENGLISH_ONLY, **changes: Any) -> list[str]:
    return list(faults("campaign", replace(campaign, **changes)))


def test_the_sample_makes_sense():
    assert found(BUFFET) == []


def test_a_campaign_that_says_nothing_of_its_own_makes_sense():
    silent = replace(ENGLISH_ONLY, rules=None, theme=None, apply_url=None)
    assert found(silent) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"brand": " "}, "brand: this is one line"),
        ({"brand": "A\nB"}, "brand: this is one line"),
        ({"locale": "english!"}, "locale: this is no language"),
        ({"countries": ()}, "countries: name one"),
        ({"countries": ("PL", "Germany")}, "countries[1]: `Germany` is no country"),
        ({"countries": ("UK",)}, "countries[0]: `UK` is no country; write its two letters"),
        ({"budget": Budget(day=-1)}, "budget.day: this is in US cents"),
        ({"starts_at": BEGIN, "ends_at": END}, "ends_at: it ends before it begins"),
        ({"starts_at": BEGIN.replace(tzinfo=None)}, "starts_at: say of which time zone"),
        ({"offer": Offer(title="", kind="item", value=0)}, "offer.title: an offer has a name"),
        ({"offer": Offer(title="x", kind="percent", value=0)}, "offer.value: the value of a percent"),
        ({"offer": Offer(title="x", kind="percent", value=101)}, "offer.value: the value of a percent"),
        ({"offer": Offer(title="x", kind="amount", value=500)}, "offer.currency: an amount is of a currency"),
        ({"offer": Offer(title="x", kind="item", value=0, valid_days=0)}, "offer.valid_days: a code is good"),
        ({"referral": ReferralOffer(most=0)}, "referral.most: a lead is rewarded once or more"),
        (
            {"referral": ReferralOffer(offer=Offer(title="x", kind="percent", value=200))},
            "referral.offer.value: the value of a percent",
        ),
        ({"magnet": LeadMagnet(title=TITLED)}, "magnet: it has either a url or a file"),
        ({"magnet": LeadMagnet(title=TITLED, url="https://a.example", file="b")}, "magnet: it has either"),
        ({"magnet": LeadMagnet(title=TITLED, url="http://a.example")}, "magnet.url: this is an address"),
        ({"magnet": LeadMagnet(title={"de": "x"}, file="b")}, "magnet.title: the title lacks `en`"),
        ({"magnet": LeadMagnet(title=TITLED, file="b", days=0)}, "magnet.days: its link works"),
        ({"theme": {"accent": "red"}}, "theme.accent: this is a colour"),
        ({"rules": WidgetRules(popup_after_s=-1)}, "rules.popup_after_s: this is 0 or more"),
        ({"rules": WidgetRules(popup_scroll_percent=101)}, "rules.popup_scroll_percent: a page ends"),
        ({"rules": WidgetRules(not_pages=["/a", "cart"])}, "rules.not_pages[1]: a page's path begins with /"),
        (
            {"variants": (Variant(name="a"), Variant(name="a"))},
            "variants[1].name: another variant is called a",
        ),
        ({"variants": (Variant(name="a b"),)}, "variants[0].name: a name has"),
        ({"variants": (Variant(name="a", share=0),)}, "variants[0].share: a variant is for"),
        (
            {"variants": (Variant(name="a", rules=WidgetRules(pages=["menu"])),)},
            "variants[0].rules.pages[0]: a page's path",
        ),
        ({"variants": (Variant(name="a", theme={"accent": "blue"}),)}, "variants[0].theme.accent: this is"),
        (
            {"variants": (Variant(name="a", texts={"en": {"teser": "x"}}),)},
            "variants[0].texts.en.teser: there is no such text; did you mean teaser?",
        ),
        ({"apply_url": "//evil.example/{code}"}, "apply_url: this is an https address, or a path"),
        ({"texts": {"en": {"inrto": "x"}}}, "texts.en.inrto: there is no such text; did you mean intro?"),
        ({"texts": {"en": {"xyzzy": "x"}}}, "texts.en.xyzzy: there is no such text."),
        ({"texts": {"en": {"intro": " "}}}, "texts.en.intro: it says nothing"),
        ({"texts": {"en": {"intro": "by {brnd}"}}}, "{brnd} is not filled in here; did you mean brand?"),
        ({"texts": {"en": {"intro": "{left}"}}}, "texts.en.intro: {left} is not filled in here."),
        ({"texts": {"en": {"intro": "{brand"}}}, "texts.en.intro: a field stands between { and }"),
        ({"texts": {"en": {"title": "{brand}!"}}}, "texts.en.title: {brand} is not filled in here."),
        ({"texts": {"en": {}, "German": {}}}, "texts.German: this is no language"),
        ({"consents": ()}, "consents: there is no wording"),
        ({"consents": (WORDING, WORDING)}, "consents[1].version: another wording is 2026-11-1"),
        ({"consents": (replace(WORDING, terms_url="/terms"),)}, "consents[0].terms_url: this is a page"),
        ({"day_seconds": 0.5}, "day_seconds: a day takes 1 to 86400 seconds"),
        ({"day_seconds": 86_401.0}, "day_seconds: a day takes 1 to 86400 seconds"),
        ({"day_seconds": float("nan")}, "day_seconds: a day takes 1 to 86400 seconds"),
    ],
)
def test_what_makes_no_sense_is_told_with_its_path(changes: dict[str, Any], said: str):
    told = found(**changes)
    assert [sentence for sentence in told if sentence.startswith("campaign.") and said in sentence], told


def test_days_may_be_hurried_on_ones_own_machine_and_nowhere_else():
    hurried = replace(ENGLISH_ONLY, day_seconds=3.0)
    assert found(hurried) == []
    (told,) = elsewhere("campaign", hurried)
    assert told.startswith("campaign.day_seconds: only on one's own machine")
    assert not list(elsewhere("campaign", ENGLISH_ONLY))


def test_a_language_is_offered_only_with_the_consent_in_it():
    (told,) = found(texts={"en": {}, "it": {}})
    assert (
        told
        == "campaign.consents[0].text: the text lacks `it`, and nobody can agree to what they cannot read."
    )


def test_a_former_wording_needs_no_translation_into_a_language_that_came_later():
    former = replace(WORDING, version="2025-1", text={"en": "I agree."})
    assert found(consents=(former, WORDING), texts={"en": {}, "de": {}}) == []


def test_a_variant_speaks_every_language_of_the_campaign_or_says_nothing():
    half = Variant(name="half", texts={"en": {"teaser": "Hungry?"}})
    (told,) = found(texts={"en": {}, "de": {}}, variants=(half,))
    assert told == "campaign.variants[0].texts: the texts lack `de`, so that its people would read `en`."


def test_a_text_s_own_fields_may_stand_in_it_and_no_others():
    assert fields("fault_wrong_code") == ("brand", "title", "left")
    assert found(texts={"en": {"fault_too_soon": "{brand} asks for {seconds} s."}}) == []


@pytest.mark.parametrize(
    "url",
    [
        "/discount/{code}",
        "/cart?coupon={code}",
        "https://shop.example/discount/{code}?redirect=/cart",
        "http://127.0.0.1:8081/discount/{code}",
        "http://localhost/{code}",
    ],
)
def test_a_shop_takes_codes_on_its_own_site_or_over_https(url: str):
    assert takes_code(url)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "",
            "/discount",
            "discount/{code}",
            "//evil.example/{code}",
            "/\\evil.example/{code}",
            "/{code}/{x}",
        ),
        *(
            "http://shop.example/{code}",
            "http://localhost.evil.example/{code}",
            "http://localhost:0/{code}",
            "javascript:alert('{code}')",
        ),
        *(
            "https://{code}.example/",
            "https://me@shop.example/{code}",
            "https:///{code}",
            "/{code",
            "/a b/{code}",
        ),
        *("https://shop.example:0/{code}", "https://[/{code}", "/ä/{code}", "/\n/{code}"),
    ],
)
def test_codes_go_nowhere_else(url: str):
    assert not takes_code(url)
