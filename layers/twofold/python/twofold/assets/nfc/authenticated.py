"""An authenticated sign, NTAG 424 DNA: the file to write and how the chip is set to sign each tap.

Sources: NXP, AN12196 (NTAG 424 DNA features and hints), personalisation example; NT4H2421Gx data sheet,
ChangeFileSettings. Both count offsets from the beginning of the file, its two bytes of length included.
"""

import re
from dataclasses import dataclass

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.routes.signups import TAP

from .ndef import check_room, uri_record

NAME = "NTAG 424 DNA"
FILE_NUMBER = 2
FILE_BYTES = 256
FILE_KEY_NUMBER, META_KEY_NUMBER = 1, 2

PICC_DIGITS, MAC_DIGITS = 32, 16
BETWEEN = "&c="
SITE = re.compile(r"(?i:https?)://(?:(?![?#])[!-~])+")
SLUG = re.compile(r"[A-Za-z0-9_-]{1,40}")

SIGNED_PLAIN = 0x40
"""FileOption: Secure Dynamic Messaging on, communication in plain."""

ACCESS = bytes.fromhex("00E0")
"""Everybody reads; writing and changing settings need key 0."""

UID_COUNTER_ASCII = 0xC1
"""SDMOptions: the UID and the counter are mirrored, as ASCII."""

SIGNED_ACCESS = bytes([0xF0 | FILE_KEY_NUMBER, META_KEY_NUMBER << 4 | FILE_KEY_NUMBER])
"""SDMAccessRights, low byte first: key 1 may ask for the counter and makes the MAC, key 2 encrypts PICCData."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthenticatedFile:
    """`content` is file 2 with its length; the offsets are bytes from its beginning."""

    link: str
    content: bytes
    picc_offset: int
    mac_input_offset: int
    mac_offset: int

    @property
    def settings(self) -> bytes:
        """The data of ChangeFileSettings for file 2."""
        offsets = (self.picc_offset, self.mac_input_offset, self.mac_offset)
        head = bytes([SIGNED_PLAIN, *ACCESS, UID_COUNTER_ASCII, *SIGNED_ACCESS])
        return head + b"".join(offset.to_bytes(3, "little") for offset in offsets)


def authenticated_file(site: str, slug: str) -> AuthenticatedFile:
    """The file of the sign that leads to `{site}/n/{slug}`. Raises InvalidRequest, too when it is too long."""
    link = _link(site, slug)
    message = uri_record(link)
    content = len(message).to_bytes(2, "big") + message
    check_room(len(content), FILE_BYTES, NAME)
    mac_offset = len(content) - MAC_DIGITS
    return AuthenticatedFile(
        link=link,
        content=content,
        picc_offset=mac_offset - len(BETWEEN) - PICC_DIGITS,
        mac_input_offset=mac_offset,  # where the MAC stands: nothing but UID and counter goes into it
        mac_offset=mac_offset,
    )


def _link(site: str, slug: str) -> str:
    if not SITE.fullmatch(site):
        raise InvalidRequest("The site must be like https://go.example.com, without ? and #.", field="site")
    if not SLUG.fullmatch(slug):
        raise InvalidRequest("The slug must be letters and digits, 40 at most.", field="slug")
    return f"{TAP.at(site.rstrip('/'), slug=slug)}?p={'0' * PICC_DIGITS}{BETWEEN}{'0' * MAC_DIGITS}"
