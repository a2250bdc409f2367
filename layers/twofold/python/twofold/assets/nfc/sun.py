"""Whether a tap is genuine: the Secure Unique NFC message of an NTAG 424 DNA, as its link brings it.

The chip encrypts its UID and counter (PICCData) and signs them with a MAC, fresh at each tap. That the counter rises,
so that a copied link is worth nothing, is judged where counters are kept.

Source: NXP, AN12196 (NTAG 424 DNA features and hints), Secure Dynamic Messaging, with an empty MAC input.
"""

import hmac
import re
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.cmac import CMAC

from twofold.contracts.errors import Untrusted

from .keys import TagKeys

PICC_BYTES, MAC_BYTES, UID_BYTES, COUNTER_BYTES = 16, 8, 7, 3
UID_AND_COUNTER = 0xC7
"""PICCDataTag: a UID, a counter, and a UID of seven bytes."""

SESSION = bytes.fromhex("3CC300010080")
HEX = re.compile(r"(?:[0-9A-Fa-f]{2})*")


@dataclass(frozen=True, slots=True)
class PiccData:
    """Who was tapped: `uid`, 7 bytes, and at which tap of its life: `counter`, below 2 ** 24."""

    uid: bytes
    counter: int


def read_tap(picc_hex: str | None, mac_hex: str | None, keys: TagKeys) -> PiccData:
    """Who was tapped, when both parts of the link are genuine. Raises Untrusted for anything else."""
    picc = decrypt(picc_hex, keys.meta)
    if not verify(picc.uid, picc.counter, mac_hex, keys.file):
        raise _refused()
    return picc


def decrypt(picc_hex: str | None, key: bytes) -> PiccData:
    """What the chip says of itself, not yet proved: ask `verify`. Hex in any case. Raises Untrusted."""
    # One block, and a zero vector as the chip uses it; the random bytes inside make each tap look different.
    decryptor = Cipher(algorithms.AES128(key), modes.CBC(bytes(16))).decryptor()
    plain = decryptor.update(_bytes(picc_hex, PICC_BYTES)) + decryptor.finalize()
    if plain[0] != UID_AND_COUNTER:
        raise _refused()
    uid, counter = plain[1 : 1 + UID_BYTES], plain[1 + UID_BYTES : 1 + UID_BYTES + COUNTER_BYTES]
    return PiccData(uid, int.from_bytes(counter, "little"))


def verify(uid: bytes, counter: int, mac_hex: str | None, key: bytes) -> bool:
    """Whether the chip with the key `key` signed this very tap; compared in constant time.

    Raises Untrusted when one of them cannot be what it should be.
    """
    given = _bytes(mac_hex, MAC_BYTES)
    if len(uid) != UID_BYTES or not 0 <= counter < 1 << 8 * COUNTER_BYTES:
        raise _refused()
    return hmac.compare_digest(given, _mac(uid, counter, key))


def _mac(uid: bytes, counter: int, key: bytes) -> bytes:
    """Every second byte, from the second on, of a CMAC of nothing under a key that is good for this tap only."""
    session_key = _cmac(key, SESSION + uid + counter.to_bytes(COUNTER_BYTES, "little"))
    return _cmac(session_key, b"")[1::2]


def _cmac(key: bytes, message: bytes) -> bytes:
    cmac = CMAC(algorithms.AES128(key))
    cmac.update(message)
    return cmac.finalize()


def _bytes(text: str | None, length: int) -> bytes:
    if not isinstance(text, str) or len(text) != 2 * length or not HEX.fullmatch(text):
        raise _refused()
    return bytes.fromhex(text)


def _refused() -> Untrusted:
    """The same for every cause: whoever forges taps learns nothing from it."""
    return Untrusted("This tap does not come from one of our signs.")
