"""The parts without a look, one by one: countries, digits, words for faults."""

import pytest

from tests.browser.samples import ASSET

SERVED = ["PL", "DE", "GB", "US", "JP"]


@pytest.mark.parametrize(
    ("told", "languages", "zone", "country"),
    [
        ("de", ["en-US"], "Europe/Warsaw", "DE"),
        ("FR", ["en-US"], "Europe/Warsaw", "US"),
        (None, ["en", "en-GB"], "Europe/Berlin", "GB"),
        (None, ["zh-Hans-JP"], "Europe/Berlin", "JP"),
        (None, ["fr"], "Europe/Berlin", "DE"),
        (None, ["fr-FR"], "America/Chicago", "US"),
        (None, ["fr-FR"], "Africa/Cairo", "PL"),
        (None, [], None, "PL"),
    ],
)
def test_the_country_is_guessed_by_page_then_language_then_clock_then_the_first(
    visitor, told, languages, zone, country
):
    visitor.page.goto(visitor.shop.origin)
    asked = [SERVED, {"told": told or "", "languages": languages, "zone": zone}]
    guess = "(asked) => import('/src/flow/countries.js').then(({ guess }) => guess(asked[0], asked[1]))"
    assert visitor.page.evaluate(guess, asked) == country


def test_countries_have_names_in_the_pages_language_in_its_order(visitor):
    assert visitor.asks("flow/countries.js", "names(['DE', 'AT', 'PL'], 'de')") == [
        ["DE", "Deutschland"],
        ["AT", "Österreich"],
        ["PL", "Polen"],
    ]


def test_the_widget_offers_the_countries_and_sends_the_one_that_is_chosen(visitor):
    visitor.shop.attributes = 'data-country="DE"'
    visitor.comes().opens()
    select = visitor.page.get_by_label("Country")
    assert select.input_value() == "DE"
    select.select_option(label="Poland")
    visitor.leaves("601 234 567").page.locator("#code").wait_for()
    assert visitor.api.sent("/v1/signups")[0]["country"] == "PL"


def test_where_one_country_is_served_there_is_nothing_to_choose(visitor):
    visitor.api.settings["countries"] = ["PL"]
    visitor.comes().opens().leaves("601 234 567")
    assert visitor.page.locator("select").count() == 0
    visitor.page.locator("#code").wait_for()
    assert visitor.api.sent("/v1/signups")[0]["country"] == "PL"


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("481516", "481516"),
        ("481 516", "481516"),
        ("Your code is 481-516. Good for 10 minutes.", "481516"),
        ("４８１５１６", "481516"),
        ("٤٨١٥١٦", "481516"),
        ("۴۸۱۵۱۶", "481516"),
        ("4815167", "4815167"),
        ("4815", "4815"),
        ("", ""),
    ],
)
def test_six_digits_are_found_in_whatever_was_typed(visitor, typed, digits):
    assert visitor.asks("flow/digits.js", f"digits('{typed}')") == digits


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("{code: 'network'}", "network"),
        ("{code: 'invalid_request', errors: [{field: 'phone'}], status: 422}", "phone"),
        ("{code: 'unheard_of', status: 400}", "other"),
        ("{code: 'unheard_of', status: 503}", "unavailable"),
        ("{status: 429}", "many"),
        ("{code: 'wrong_code', attempts_left: 2, status: 422}", "2 left"),
        ("{code: 'too_soon', retry_after: 9, status: 429}", "9 s"),
    ],
)
def test_every_fault_has_words(visitor, problem, words):
    say = (
        "{fault_network: 'network', fault_invalid_request_phone: 'phone', fault_other: 'other',"
        "fault_unavailable: 'unavailable', fault_too_many: 'many', fault_wrong_code: '{left} left',"
        "fault_too_soon: '{seconds} s'}"
    )
    assert visitor.asks("flow/faults.js", f"words({problem}, {say})") == words


@pytest.mark.parametrize(
    ("attributes", "language", "browser", "wished"),
    [
        ('data-locale="pl"', "de", "fr-FR", "pl"),
        ("", "de", "fr-FR", "de"),
        ("", "", "fr-FR", "fr-FR"),
    ],
)
def test_the_language_is_the_lines_then_the_pages_then_the_browsers(
    meet, shop, api, attributes, language, browser, wished
):
    shop.attributes, shop.language = attributes, language
    meet(locale=browser).comes()
    assert [asked.query for asked in api.seen if asked.path == f"/v1/assets/{ASSET}"] == [f"locale={wished}"]


def test_the_script_itself_holds_no_sentence(script, visitor):
    texts = visitor.api.settings["texts"].values()
    assert not [text for text in texts if text in script and (" " in text or f'"{text}"' in script)]
