"""Sums of shops in minor units."""

import pytest

from twofold.adapters.shops.money import minor
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.base import MOST_MONEY


@pytest.mark.parametrize(
    ("written", "currency", "units"),
    [
        ("25.90", "EUR", 2590),
        ("25.9", "EUR", 2590),
        ("30", "PLN", 3000),
        ("0.00", "USD", 0),
        ("1300", "JPY", 1300),
        ("1300.00", "JPY", 1300),
        ("990000.00", "VND", 990_000),
        ("4.500", "BHD", 4500),
        ("4.5", "KWD", 4500),
        ("1.2345", "CLF", 12345),
        ("55.284553", "PLN", 5528),
        ("0.005", "EUR", 1),
        ("2.675", "USD", 268),
        ("10000000000.00", "EUR", MOST_MONEY),
    ],
)
def test_a_sum_is_counted_in_the_smallest_unit_of_its_currency(written: str, currency: str, units: int):
    assert minor(written, currency, field="total") == units


@pytest.mark.parametrize(
    "written",
    [
        "",
        "1,50",
        "EUR 5",
        "-0.01",
        "NaN",
        "Infinity",
        "sNaN",
        "1e13",
        "1E+999999",
        "10000000000.01",
        "9" * 41,
    ],
)
def test_what_is_no_sum_of_money_is_refused_by_its_field(written: str):
    with pytest.raises(InvalidRequest) as refused:
        minor(written, "EUR", field="total")
    assert (refused.value.code, refused.value.field) == ("not_a_sum", "total")
