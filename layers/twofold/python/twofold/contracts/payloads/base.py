"""What all bodies are made of."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

VERIFICATION_DIGITS = 6
"""How long a verification code is: NIST SP 800-63B-4 asks for six at least."""

MOST_MONEY = 10**12
"""Minor units that one sum can be: beyond any basket, and exact in every number that JSON's readers have."""

MOST_CODES = 20
"""Coupons of one order that are looked at."""

# `$` alone would let a line break through at the end; JSON Schema knows no `\Z`.
_END = r"$(?!\n)"
_ID = rf"^[A-Za-z0-9_.:#-]+{_END}"
_LOCALE = rf"^[A-Za-z]{{2,3}}([-_][A-Za-z0-9]{{2,8}})*{_END}"
_COUNTRY = rf"^[A-Z]{{2}}{_END}"
_CURRENCY = rf"^[A-Z]{{3}}{_END}"
_DIGITS = rf"^([\s-]*[0-9]){{{VERIFICATION_DIGITS}}}[\s-]*$"
_WEB = r"^https?://"
A_LINE = rf"^[^\x00-\x1f\x7f]+{_END}"
WORDS = rf"^[^\s\x00-\x1f\x7f]+( [^\s\x00-\x1f\x7f]+)*{_END}"

PATTERNS = {
    _ID: "An id has letters of the English alphabet, digits, and . _ : # - only.",
    _LOCALE: "Write the language as in en, de or pt-BR.",
    _COUNTRY: "Write the country as two capital letters (ISO 3166-1), as in PL.",
    _CURRENCY: "Write the currency as three capital letters (ISO 4217), as in EUR.",
    _DIGITS: f"A verification code has {VERIFICATION_DIGITS} digits.",
    A_LINE: "Send one line of text, without control characters.",
    WORDS: "Send words with single spaces between them, without control characters.",
    _WEB: "Send an address that begins with https:// or http://.",
}
"""What is said to whoever sends what does not fit: nobody should have to read a pattern."""

Id = Annotated[str, Meta(min_length=1, max_length=64, pattern=_ID)]
Short = Annotated[str, Meta(min_length=1, max_length=100)]
Reference = Annotated[str, Meta(min_length=1, max_length=128, description="an id of the caller's own")]
Url = Annotated[str, Meta(min_length=1, max_length=2048)]
Locale = Annotated[str, Meta(pattern=_LOCALE, max_length=35)]
Country = Annotated[str, Meta(pattern=_COUNTRY, description="ISO 3166-1 alpha-2")]
PhoneText = Annotated[str, Meta(min_length=3, max_length=40, description="national or international writing")]
Money = Annotated[int, Meta(ge=0, le=MOST_MONEY, description="minor units of the currency")]
SomeMoney = Annotated[int, Meta(ge=1, le=MOST_MONEY)]
Currency = Annotated[str, Meta(pattern=_CURRENCY, description="ISO 4217")]
Instant = Annotated[
    datetime, Meta(tz=True, description="ISO 8601 with its offset, such as 2026-12-01T08:00:00Z")
]
VerificationCode = Annotated[str, Meta(pattern=_DIGITS, max_length=32)]


class Request(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a caller sends."""


class Answer(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What a caller gets; fields left UNSET do not appear."""
