"""Prices, hours, caps and budgets are such that texts can go, and stop going, by them."""

import re
from dataclasses import fields
from decimal import Decimal

from infra.environments import Environment
from infra.environments.countries import is_country
from infra.environments.refusal import refusal

PRICE = re.compile(r"\d{1,3}(\.\d{1,6})?", re.ASCII)
HOURS = (("us_opens", "us_closes"), ("opens", "closes"))
LAST_HOUR = 23


def check_texts(environment: Environment) -> None:
    """Raises EnvironmentIncomplete."""
    _prices_are_prices(environment)
    _hours_end_after_they_begin(environment)
    _nothing_is_negative(environment)


def _prices_are_prices(environment: Environment) -> None:
    _is_price(environment, "[prices] default", environment.prices.default)
    for row in environment.prices.countries:
        country, _, price = row.partition("=")
        if not is_country(country):
            wanted = f"countries by their two capital letters, such as PL; `{country}` is none"
            raise refusal(environment, "[prices.countries]", wanted)
        _is_price(environment, f"[prices.countries] {country}", price)


def _is_price(environment: Environment, field: str, price: str) -> None:
    if not PRICE.fullmatch(price) or not Decimal(price):
        wanted = f'US dollars above nothing, with at most six decimals, such as "0.043", not `{price}`'
        raise refusal(environment, field, wanted)


def _hours_end_after_they_begin(environment: Environment) -> None:
    for opens, closes in HOURS:
        first, last = getattr(environment.sending, opens), getattr(environment.sending, closes)
        if not 0 <= first < last <= LAST_HOUR:
            wanted = f"a whole hour from 0 and before `{closes}`, which is at most {LAST_HOUR}; not {first} to {last}"
            raise refusal(environment, f"[sending] {opens}", wanted)


def _nothing_is_negative(environment: Environment) -> None:
    for section in ("sending", "limits"):
        settings = getattr(environment, section)
        for field in fields(settings):
            value = getattr(settings, field.name)
            if isinstance(value, int) and value < 0:
                raise refusal(
                    environment, f"[{section}] {field.name}", f"nothing less than 0, so not {value}"
                )
    if environment.sending.holdout_percent > 100:
        raise refusal(environment, "[sending] holdout_percent", "a percentage, so at most 100")
