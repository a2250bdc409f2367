"""A link as an NFC Forum URI record, and that record as the user memory of a Type 2 tag.

Sources: NFC Forum, NDEF 1.0 (record header), URI Record Type Definition 1.0 (prefixes), Type 2 Tag Operation
(TLV blocks).
"""

import re

from twofold.contracts.errors import InvalidRequest

from .chips import Chip

PREFIXES = (("http://www.", 1), ("https://www.", 2), ("http://", 3), ("https://", 4))
"""The longer one of two that fit stands first."""

WRITABLE = re.compile(r"[!-~]+")
"""What an address may hold: ASCII that can be seen."""

ALONE, ALONE_LONG = 0xD1, 0xC1
"""First and last record of its message, of a well-known type; its length in one byte, or in four."""

NDEF_TLV, TERMINATOR = 0x03, b"\xfe"


def uri_record(link: str) -> bytes:
    """The whole NDEF message: one record of type `U`. Raises InvalidRequest.

    A scheme in upper case becomes lower case, as it has to be for phones.
    """
    code, rest = _compressed(link)
    payload = bytes([code]) + rest.encode("ascii")
    if len(payload) < 0x100:
        return bytes([ALONE, 1, len(payload)]) + b"U" + payload
    return bytes([ALONE_LONG, 1]) + len(payload).to_bytes(4, "big") + b"U" + payload


def user_memory(link: str, chip: Chip) -> bytes:
    """What is written from page 4 on, up to and with the terminator. Raises InvalidRequest, too when it is too long."""
    record = uri_record(link)
    length = bytes([len(record)]) if len(record) < 0xFF else b"\xff" + len(record).to_bytes(2, "big")
    memory = chip.opening + bytes([NDEF_TLV]) + length + record + TERMINATOR
    check_room(len(memory), chip.user_bytes, chip.name)
    return memory


def check_room(needed: int, room: int, name: str) -> None:
    """Raises InvalidRequest when a link takes more bytes than the chip of this name has."""
    if needed > room:
        raise InvalidRequest(
            f"The link takes {needed} bytes with its frame; an {name} holds {room}. "
            f"Shorten it by {needed - room} or choose a larger tag.",
            code="link_too_long",
            field="link",
        )


def _compressed(link: str) -> tuple[int, str]:
    if not WRITABLE.fullmatch(link):
        raise InvalidRequest(
            "The link must be plain ASCII without spaces; encode other letters (%20, xn--…).", field="link"
        )
    for prefix, code in PREFIXES:
        if link.lower().startswith(prefix) and len(link) > len(prefix):
            return code, link[len(prefix) :]
    raise InvalidRequest("The link must begin with https:// or http:// and go on with a host.", field="link")
