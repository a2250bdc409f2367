"""Sums of money as people write them."""

from twofold.contracts.currencies import decimals

_MARKS = {"en": (",", "."), "fr": ("\u202f", ","), "pl": ("\u00a0", ",")}
_OTHERWISE = (".", ",")
"""What stands between thousands and before the fraction."""


def in_words(amount: int, currency: str, locale: str) -> str:
    """Minor units as people read them: `1,050.00 EUR`, in German `1.050,00 EUR`, and `1,050 JPY`."""
    digits = decimals(currency)
    thousands, point = _MARKS.get(locale.replace("_", "-").split("-")[0].lower(), _OTHERWISE)
    whole, fraction = divmod(amount, 10**digits)
    behind = f"{point}{fraction:0{digits}d}" if digits else ""
    return f"{whole:,}".replace(",", thousands) + f"{behind} {currency}"
