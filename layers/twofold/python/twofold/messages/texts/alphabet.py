"""The letters that a text may have at 7 bits each.

GSM 03.38, now 3GPP TS 23.038: the default alphabet (6.2.1) and its extension table (6.2.1.1). The tables for single
languages (Turkish, Spanish, Portuguese, …) are left out, because a sender has to ask its provider for them.
"""

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)

EXTENSION = frozenset("^{}[]~\\|€\f")
"""Sent behind an escape, so each takes two places, which no border between parts may separate."""

ALPHABET = BASIC | EXTENSION


def is_gsm(text: str) -> bool:
    """Whether all of it can be sent at 7 bits a letter."""
    return ALPHABET.issuperset(text)
