"""What a text may cost, as providers want it told."""

from twofold.messages.model import Sms
from twofold.messages.texts.parts import count_parts

_STEP = 10
"""Millionths in a hundred-thousandth of a dollar, which is as fine as AWS reads a price."""

_MOST = 99_999_990
"""Millionths; AWS reads two digits of dollars."""


def part_price(sms: Sms) -> str:
    """The most that one part may cost, in US dollars: `0.05000`."""
    return _dollars(sms.price)


def whole_price(sms: Sms) -> str:
    """The most that all parts together may cost, in US dollars: `0.10000`."""
    return _dollars(sms.price * count_parts(sms.text))


def _dollars(millionths: int) -> str:
    """Five decimals, and never more than was allowed."""
    dollars, rest = divmod(min(millionths, _MOST), 1_000_000)
    return f"{dollars}.{rest // _STEP:05d}"
