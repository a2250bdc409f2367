"""Sums as shops write them, decimals in a text, in the minor units that we count in."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from twofold.contracts.currencies import decimals
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.base import MOST_MONEY


def minor(amount: str, currency: str, *, field: str) -> int:
    """`"25.90"` of EUR is 2590, `"1300"` or `"1300.00"` of JPY 1300, `"4.500"` of BHD 4500.

    A shop may keep more decimals than money has: half a unit and more counts as one. Raises InvalidRequest for `field`
    when it is no sum, is below nothing, or beyond belief.
    """
    try:
        # Longer ones would be worked out in vain.
        sum_ = Decimal(amount) if len(amount) <= 40 else Decimal("NaN")
    except InvalidOperation:
        sum_ = Decimal("NaN")
    if not (sum_.is_finite() and 0 <= sum_ <= MOST_MONEY):
        raise InvalidRequest("That is no sum of money.", code="not_a_sum", field=field)
    units = int(sum_.scaleb(decimals(currency)).to_integral_value(ROUND_HALF_UP))
    if units > MOST_MONEY:
        raise InvalidRequest("That is no sum of money.", code="not_a_sum", field=field)
    return units
