"""Providers, prices, hours and caps that cannot work are refused with a sentence that says what to change."""

from dataclasses import replace
from typing import Any

import pytest

from infra.environments import load
from infra.environments.check import EnvironmentIncomplete, check
from infra.environments.check_providers import NEEDS
from tests.infra.synthesis import furnished
from twofold.adapters.sms.routes import KNOWN
from twofold.contracts.settings import (
    LimitSettings,
    PriceSettings,
    SendingSettings,
    SmsSettings,
    WebhookSettings,
)
from twofold.messages.money.prices import Prices


def test_everyone_that_a_text_might_go_to_is_known():
    assert set(NEEDS) == set(KNOWN)
    assert furnished().providers == set(KNOWN)
    check(furnished())


@pytest.mark.parametrize(
    ("sms", "field"),
    [
        (SmsSettings(provider="pigeon"), r"\[sms\] provider"),
        (SmsSettings(by_country=("US=pigeon",)), r"\[sms\.by_country\]"),
        (SmsSettings(fallback=("twilio", "pigeon")), r"\[sms\] fallback"),
    ],
)
def test_a_provider_that_nobody_knows_is_refused(sms, field):
    with pytest.raises(EnvironmentIncomplete, match=rf"`{field}` in .*/dev\.toml.*not `pigeon`"):
        check(replace(furnished(), sms=sms))


@pytest.mark.parametrize(
    ("provider", "field"),
    [("aws", "origination"), ("twilio", "account_sid"), ("twilio", "sender"), ("webhook", "url")],
)
@pytest.mark.parametrize("way", ["provider", "by_country", "fallback"])
def test_a_provider_that_lacks_what_it_needs_is_refused_wherever_it_is_named(provider, field, way):
    row = {"provider": provider, "by_country": (f"US={provider}",), "fallback": (provider,)}[way]
    lacking = replace(getattr(furnished(), provider), **{field: None})
    named = replace(furnished(), sms=SmsSettings(**{way: row}), **{provider: lacking})
    with pytest.raises(EnvironmentIncomplete, match=rf"^Fill in `\[{provider}\] {field}` in .*/dev\.toml: "):
        check(named)


def test_a_gateway_without_a_section_cannot_take_texts():
    with pytest.raises(EnvironmentIncomplete, match=r"`\[webhook\] url`"):
        check(replace(furnished(), webhook=None))


@pytest.mark.parametrize("country", ["XX", "us", "USA", ""])
def test_a_country_that_there_is_not_is_refused(country):
    with pytest.raises(EnvironmentIncomplete, match=rf"`\[sms\.by_country\]`.*`{country}` is none"):
        check(replace(furnished(), sms=SmsSettings(by_country=(f"{country}=sns",))))
    with pytest.raises(EnvironmentIncomplete, match=rf"`\[prices\.countries\]`.*`{country}` is none"):
        check(replace(furnished(), prices=PriceSettings(countries=(f"{country}=0.04",))))


@pytest.mark.parametrize("price", ["0", "0.000000", "-1", "0.0000001", "1e2", "free", "", "1,5", "٣"])
def test_a_price_is_dollars_above_nothing_with_at_most_six_decimals(price):
    with pytest.raises(EnvironmentIncomplete, match=r"`\[prices\] default`"):
        check(replace(furnished(), prices=PriceSettings(default=price)))
    with pytest.raises(EnvironmentIncomplete, match=r"`\[prices\.countries\] PL`"):
        check(replace(furnished(), prices=PriceSettings(countries=(f"PL={price}",))))


@pytest.mark.parametrize("price", ["0.000001", "0.043", "1", "12.5"])
def test_a_price_that_passes_is_one_that_the_function_can_read(price):
    prices = PriceSettings(default=price, countries=(f"PL={price}",))
    check(replace(furnished(), prices=prices))
    assert Prices.read(prices).of("PL") == round(float(price) * 1_000_000)


@pytest.mark.parametrize(
    ("hours", "field"),
    [
        ({"opens": 21, "closes": 8}, "opens"),
        ({"opens": 8, "closes": 8}, "opens"),
        ({"us_opens": 20, "us_closes": 12}, "us_opens"),
        ({"opens": 8, "closes": 24}, "opens"),
        ({"opens": -1}, "opens"),
    ],
)
def test_hours_that_never_open_are_refused(hours, field):
    with pytest.raises(EnvironmentIncomplete, match=rf"`\[sending\] {field}`"):
        check(replace(furnished(), sending=replace(SendingSettings(), **hours)))


@pytest.mark.parametrize("field", ["cap_day", "cap_month", "day_budget", "rest_days", "holdout_percent"])
def test_nothing_that_is_counted_is_less_than_nothing(field):
    less: dict[str, Any] = {field: -1}
    with pytest.raises(EnvironmentIncomplete, match=rf"`\[sending\] {field}`.*not -1"):
        check(replace(furnished(), sending=SendingSettings(**less)))


def test_a_limit_is_not_less_than_nothing():
    with pytest.raises(EnvironmentIncomplete, match=r"`\[limits\] day_budget`.*not -5"):
        check(replace(furnished(), limits=LimitSettings(day_budget=-5)))


def test_nobody_can_hold_out_more_than_everybody():
    with pytest.raises(EnvironmentIncomplete, match="holdout_percent"):
        check(replace(furnished(), sending=SendingSettings(holdout_percent=101)))


@pytest.mark.parametrize(
    "url",
    ["http://gateway.example/texts", "http://127.0.0.1:9000/", "https:///texts", "http://[::1", "gateway"],
)
def test_a_gateway_is_spoken_to_over_tls_alone(url):
    with pytest.raises(EnvironmentIncomplete, match=r"`\[webhook\] url` in .*/dev\.toml.*https"):
        check(replace(furnished(), webhook=WebhookSettings(url=url)))
    with pytest.raises(EnvironmentIncomplete, match=r"`\[twilio\] url`"):
        check(replace(furnished(), twilio=replace(furnished().twilio, url=url)))


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9000/texts", "http://localhost:9000/", "https://gateway.example/"]
)
def test_one_machine_may_speak_to_itself_without(url):
    check(replace(load("local"), webhook=WebhookSettings(url=url)))


def test_one_machine_speaks_to_others_over_tls_too():
    with pytest.raises(EnvironmentIncomplete, match=r"`\[webhook\] url` in .*/local\.toml"):
        check(replace(load("local"), webhook=WebhookSettings(url="http://gateway.example/")))
