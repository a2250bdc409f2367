"""How many decimals a currency has."""

_WHOLE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"
_TEN_THOUSANDTHS = "CLF UYW"
_DECIMALS = {
    **dict.fromkeys(_WHOLE.split(), 0),
    **dict.fromkeys(_THOUSANDTHS.split(), 3),
    **dict.fromkeys(_TEN_THOUSANDTHS.split(), 4),
}
"""ISO 4217 (list one, "minor unit") where it is not two."""


def decimals(currency: str) -> int:
    """Digits of its minor unit: 2 of EUR, so 1,050 is 10.50; 0 of JPY. Two, too, of one that is not known."""
    return _DECIMALS.get(currency, 2)
