"""Tags that can be tapped without a reader: they answer as the chips of their makers' documents do."""

import os

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.cmac import CMAC


class SoftTag:
    """An NTAG 424 DNA that signs each tap, as AN12196 of NXP describes it; its counter begins at 0 and rises.

    `uid`: 7 bytes, the keys: 16 each.
    """

    def __init__(self, uid: bytes, meta_key: bytes, file_key: bytes, counter: int = 0) -> None:
        self.uid = uid
        self.counter = counter
        self._meta_key = meta_key
        self._file_key = file_key

    def tap(self) -> tuple[str, str]:
        """What this tap puts into the link, in upper-case hex: the encrypted PICCData and its MAC."""
        self.counter += 1
        return self._picc().hex().upper(), self._mac().hex().upper()

    def tap_link(self, link: str) -> str:
        """The link as a phone gets it, `link` being that of the sheet, with its zeros."""
        picc, mac = self.tap()
        return link.replace("p=" + "0" * 32, "p=" + picc).replace("c=" + "0" * 16, "c=" + mac)

    def _identity(self) -> bytes:
        return self.uid + self.counter.to_bytes(3, "little")

    def _picc(self) -> bytes:
        encryptor = Cipher(algorithms.AES(self._meta_key), modes.CBC(bytes(16))).encryptor()
        return encryptor.update(b"\xc7" + self._identity() + os.urandom(5)) + encryptor.finalize()

    def _mac(self) -> bytes:
        session = _cmac(self._file_key, b"\x3c\xc3\x00\x01\x00\x80" + self._identity())
        whole = _cmac(session, b"")
        return bytes(whole[place] for place in range(1, 16, 2))


def _cmac(key: bytes, message: bytes) -> bytes:
    cmac = CMAC(algorithms.AES(key))
    cmac.update(message)
    return cmac.finalize()
