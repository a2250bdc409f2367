"""The chips that an open sign may have, as far as writing them goes.

The chip of an authenticated one, NTAG 424 DNA, has files and keys instead of pages: all about it is in `authenticated`.

Source: NXP, NTAG213/215/216 product data sheet, rev. 3.2, memory organisation and configuration pages.
"""

from dataclasses import dataclass

from twofold.contracts.errors import InvalidRequest

PAGE = 4
"""Bytes of a page, which is written whole."""

FIRST_USER_PAGE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A Type 2 tag. `user_bytes` begin at page 4.

    On delivery the capability container of an NTAG215 announces 496 of them, that of an NTAG216 872; phones write no
    more than that, other writers may.

    `opening` is what the user memory begins with on delivery and keeps: phones write their message behind it. On an
    NTAG213 that is the lock control TLV, and the data sheet's own examples of mirrors count it.
    """

    name: str
    user_bytes: int
    cfg0_page: int
    opening: bytes = b""

    @property
    def cfg1_page(self) -> int:
        return self.cfg0_page + 1


NTAG213 = Chip(name="NTAG213", user_bytes=144, cfg0_page=0x29, opening=bytes.fromhex("01 03 A0 0C 34"))
NTAG215 = Chip(name="NTAG215", user_bytes=504, cfg0_page=0x83)
NTAG216 = Chip(name="NTAG216", user_bytes=888, cfg0_page=0xE3)

CHIPS = {chip.name: chip for chip in (NTAG213, NTAG215, NTAG216)}


def chip_named(name: str) -> Chip:
    """The chip of this name, in any case, with or without spaces. Raises InvalidRequest."""
    chip = CHIPS.get("".join(name.split()).upper())
    if chip is None:
        raise InvalidRequest(f"There is no chip {name!r}; known are {', '.join(CHIPS)}.", field="chip")
    return chip
