"""The ASCII mirror of NTAG213/215/216: the chip shows its UID and its count of taps in the middle of the link.

It replaces characters as they are read; the memory keeps the placeholder. Anybody can copy what it shows: it counts and
tells signs apart, it proves nothing (that is what `authenticated` is for).

Source: NXP, NTAG213/215/216 product data sheet, rev. 3.2: ASCII mirror function, NFC counter function, and the
configuration elements MIRROR (MIRROR_CONF, bits 7-6; MIRROR_BYTE, bits 5-4; STRG_MOD_EN, bit 2), MIRROR_PAGE, AUTH0 and
ACCESS (CFGLCK, bit 6; NFC_CNT_EN, bit 4).
"""

from dataclasses import dataclass
from enum import Enum

from twofold.contracts.errors import InvalidRequest

from .chips import FIRST_USER_PAGE, PAGE, Chip
from .ndef import user_memory

STRONG_MODULATION = 0x04
NO_PASSWORD = 0xFF
COUNT_TAPS = 0x10
LOCK_SETTINGS = 0x40
RESERVED = bytes([0x05, 0x00, 0x00])
"""The rest of the page with ACCESS, as chips are delivered; it means nothing and is left as it is."""


class Mirror(Enum):
    """What is shown; the value is MIRROR_CONF. UID: 14 hex digits, counter: 6, `x` between them."""

    UID = 1
    COUNTER = 2
    UID_AND_COUNTER = 3

    @property
    def placeholder(self) -> str:
        return {Mirror.UID: "0" * 14, Mirror.COUNTER: "0" * 6}.get(self, "0" * 14 + "x" + "0" * 6)

    @property
    def counts(self) -> bool:
        return self is not Mirror.UID


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorSettings:
    """Where the mirror begins, and the two configuration pages, four bytes each, that switch it on.

    `cfg1_locked` is `cfg1` with the configuration closed for good (CFGLCK); no password is set by any of them.
    """

    page: int
    byte: int
    cfg0: bytes
    cfg1: bytes
    cfg1_locked: bytes


def add_placeholder(link: str, mirror: Mirror) -> str:
    """The link with the mirror's placeholder as its query parameter `m`, before a fragment."""
    address, mark, fragment = link.partition("#")
    return f"{address}{'&' if '?' in address else '?'}m={mirror.placeholder}{mark}{fragment}"


def mirror_settings(link: str, mirror: Mirror, chip: Chip) -> MirrorSettings:
    """How `chip` is to be set once `user_memory(link, chip)` is written.

    Raises InvalidRequest when the link does not fit or does not hold the placeholder exactly once.
    """
    start = _only_place(user_memory(link, chip), mirror.placeholder)
    page, byte = FIRST_USER_PAGE + start // PAGE, start % PAGE
    access = COUNT_TAPS if mirror.counts else 0
    return MirrorSettings(
        page=page,
        byte=byte,
        cfg0=bytes([mirror.value << 6 | byte << 4 | STRONG_MODULATION, 0, page, NO_PASSWORD]),
        cfg1=bytes([access]) + RESERVED,
        cfg1_locked=bytes([access | LOCK_SETTINGS]) + RESERVED,
    )


def _only_place(memory: bytes, placeholder: str) -> int:
    start = memory.find(placeholder.encode())
    if start < 0 or start != memory.rfind(placeholder.encode()):
        raise InvalidRequest(
            f"The link must hold {placeholder} exactly once, where the chip's own digits shall stand.",
            code="no_place_for_mirror",
            field="link",
        )
    return start
