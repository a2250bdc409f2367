"""Which currencies there are, and how many decimals each has."""

_ALL = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC
CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR
ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE
SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF
YER ZAR ZMW ZWG
"""
IN_USE = tuple(_ALL.split())
"""ISO 4217 (list one), 2026: money that people pay with; without funds, metals and what was replaced."""

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


def in_a_line() -> str:
    """All that are in use with their decimals, for a page: `AED:2 AFN:2 …`. What a browser knows of them differs."""
    return " ".join(f"{currency}:{decimals(currency)}" for currency in IN_USE)
