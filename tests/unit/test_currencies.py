"""A sum has as many decimals as its currency, whoever reads or writes it."""

import pytest

from twofold.adapters.shops.money import minor
from twofold.contracts.currencies import decimals
from twofold.entrypoints.money import in_words

KNOWN = [("EUR", 2, "12.34 EUR"), ("JPY", 0, "1,234 JPY"), ("KWD", 3, "1.234 KWD"), ("CLF", 4, "0.1234 CLF")]


@pytest.mark.parametrize(("currency", "digits", "words"), KNOWN)
def test_a_shop_s_sum_is_told_as_the_shop_wrote_it(currency: str, digits: int, words: str):
    assert decimals(currency) == digits
    assert in_words(1234, currency, "en") == words
    assert minor(words.split()[0].replace(",", ""), currency, field="total") == 1234
