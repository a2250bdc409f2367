"""What a text was, in our unit."""

from decimal import ROUND_HALF_UP, Decimal

from twofold.contracts.errors import InvalidRequest

_MOST = Decimal(10_000)


def millionths(dollars: Decimal) -> int:
    """Millionths of a US dollar, the half rounded up. Raises InvalidRequest for what no text was ever charged."""
    if not dollars.is_finite() or not 0 <= dollars <= _MOST:
        raise InvalidRequest("That is no price of a text.", field="price")
    return int((dollars * 1_000_000).to_integral_value(ROUND_HALF_UP))
