"""A tap is genuine or it is refused; there is nothing between, and nothing else happens."""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.tags import SoftTag
from twofold.assets.nfc import sun
from twofold.assets.nfc.keys import TagKeys
from twofold.assets.nfc.sun import PiccData, decrypt, read_tap, verify
from twofold.contracts.errors import Untrusted

ZERO = bytes(16)
ZEROS = TagKeys(ZERO, ZERO)
PICC, MAC = "EF963FF7828658A599F3041510671E88", "94EED9EE65337086"
UID, COUNTER = bytes.fromhex("04DE5F1EACC040"), 61
META, FILE = bytes(range(16)), bytes(range(16, 32))
KEYS = TagKeys(META, FILE)
KEY = st.binary(min_size=16, max_size=16)

MALFORMED: dict[str, Callable[[str], Any]] = {
    "nothing": lambda _: None,
    "empty": lambda _: "",
    "a digit short": lambda good: good[:-1],
    "a byte short": lambda good: good[:-2],
    "a byte more": lambda good: good + "00",
    "spaces around": lambda good: f" {good[:-2]} ",
    "spaces within": lambda good: good[:2] + "  " + good[4:],
    "a line end": lambda good: good[:-1] + "\n",
    "a line end more": lambda good: good + "\n",
    "other letters": lambda good: "G" + good[1:],
    "a sign": lambda good: "-" + good[1:],
    "a prefix": lambda good: "0x" + good[2:],
    "full-width digits": lambda good: "１" + good[1:],
    "Arabic digits": lambda good: "١" + good[1:],
    "a zero character": lambda good: "\x00" + good[1:],
    "half a pair": lambda good: "\ud800" + good[1:],
    "a part that is percent-encoded": lambda good: "%45" + good[3:],
    "bytes": lambda good: good.encode(),
    "a list": lambda good: [good],
    "a number": lambda good: int(good, 16),
    "very long": lambda good: good * 100_000,
}
SPOILT = [pytest.param(spoil, id=name) for name, spoil in MALFORMED.items()]


def test_the_published_tap_is_read():
    assert decrypt(PICC, ZERO) == PiccData(UID, COUNTER)
    assert verify(UID, COUNTER, MAC, ZERO)
    assert read_tap(PICC, MAC, ZEROS) == PiccData(UID, COUNTER)


def test_the_published_session_key_is_that_of_the_tap():
    counter = COUNTER.to_bytes(3, "little")
    assert sun._cmac(ZERO, sun.SESSION + UID + counter).hex().upper() == "3FB5F6E3A807A03D5E3570ACE393776F"


@pytest.mark.parametrize("case", [str.lower, str.upper, str.swapcase, str.title])
def test_hex_is_read_in_any_case(case: Callable[[str], str]):
    assert read_tap(case(PICC), case(MAC), ZEROS) == PiccData(UID, COUNTER)


@pytest.mark.parametrize("bit", range(128))
def test_a_flipped_bit_of_the_identity_is_refused(bit: int):
    flipped = _flipped(PICC, bit)
    assert _refused(lambda: read_tap(flipped, MAC, ZEROS))
    try:
        other = decrypt(flipped, ZERO)
    except Untrusted:
        return
    assert other != PiccData(UID, COUNTER)
    assert not verify(other.uid, other.counter, MAC, ZERO)


@pytest.mark.parametrize("bit", range(64))
def test_a_flipped_bit_of_the_mac_is_refused(bit: int):
    flipped = _flipped(MAC, bit)
    assert not verify(UID, COUNTER, flipped, ZERO)
    assert _refused(lambda: read_tap(PICC, flipped, ZEROS))


def test_an_identity_that_decrypts_to_another_tag_needs_its_own_mac():
    """One in 256 blocks of chance is an identity; the MAC is what tells it from a genuine one."""
    found = [
        picc for picc in (os.urandom(16).hex() for _ in range(5_000)) if not _refused(decrypt, picc, META)
    ]
    assert found
    assert all(_refused(read_tap, picc, MAC, KEYS) for picc in found)


@pytest.mark.parametrize("kind", sorted(set(range(256)) - {0xC7}))
def test_an_identity_of_another_kind_is_refused_even_under_the_right_key(kind: int):
    """Without a UID of seven bytes and a counter there is nothing to tell taps apart by."""
    encryptor = Cipher(algorithms.AES(META), modes.CBC(ZERO)).encryptor()
    picc = encryptor.update(bytes([kind]) + UID + bytes(8)) + encryptor.finalize()
    assert _refused(decrypt, picc.hex(), META)


@given(st.binary(min_size=7, max_size=7), KEY, KEY, st.integers(0, 2**24 - 2))
def test_a_genuine_tap_of_any_tag_is_read(uid: bytes, meta: bytes, file: bytes, counter: int):
    picc, mac = SoftTag(uid, meta, file, counter).tap()
    assert read_tap(picc, mac, TagKeys(meta, file)) == PiccData(uid, counter + 1)


def test_taps_of_a_tag_rise_and_look_nothing_alike():
    tag = SoftTag(UID, META, FILE)
    taps = [tag.tap() for _ in range(300)]
    assert [read_tap(picc, mac, KEYS).counter for picc, mac in taps] == list(range(1, 301))
    assert len({picc for picc, _ in taps}) == len({mac for _, mac in taps}) == 300


def test_a_mac_is_good_for_its_own_tap_only():
    tag = SoftTag(UID, META, FILE)
    (first, first_mac), (second, second_mac) = tag.tap(), tag.tap()
    assert _refused(read_tap, first, second_mac, KEYS)
    assert _refused(read_tap, second, first_mac, KEYS)


def test_a_mac_is_good_for_its_own_tag_only():
    picc, _ = SoftTag(UID, META, FILE).tap()
    _, mac = SoftTag(UID[:-1] + b"\x00", META, FILE).tap()
    assert _refused(read_tap, picc, mac, KEYS)


@pytest.mark.parametrize("keys", [TagKeys(FILE, META), TagKeys(META, ZERO), TagKeys(ZERO, FILE), ZEROS])
def test_a_tag_with_other_keys_is_refused(keys: TagKeys):
    tag = SoftTag(UID, META, FILE)
    assert all(_refused(read_tap, *tag.tap(), keys) for _ in range(20))


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_malformed_identity_is_refused(spoil: Callable[[str], Any]):
    assert _refused(decrypt, spoil(PICC), ZERO)
    assert _refused(read_tap, spoil(PICC), MAC, ZEROS)


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_malformed_mac_is_refused(spoil: Callable[[str], Any]):
    assert _refused(verify, UID, COUNTER, spoil(MAC), ZERO)
    assert _refused(read_tap, PICC, spoil(MAC), ZEROS)


@given(st.text(), st.text())
def test_whatever_is_sent_is_refused_and_nothing_else(picc: str, mac: str):
    assert _refused(decrypt, picc, ZERO)
    assert _refused(verify, UID, COUNTER, mac, ZERO)


@pytest.mark.parametrize(
    ("uid", "counter"), [(UID[1:], 61), (UID + b"\x00", 61), (b"", 61), (UID, -1), (UID, 2**24)]
)
def test_who_cannot_be_a_tag_is_refused(uid: bytes, counter: int):
    assert _refused(verify, uid, counter, MAC, ZERO)


def test_every_refusal_reads_the_same():
    details = set()
    for picc, mac in ((None, None), ("x", MAC), (PICC, "x"), (PICC, "0" * 16), ("0" * 32, MAC)):
        with pytest.raises(Untrusted) as raised:
            read_tap(picc, mac, ZEROS)
        details.add((raised.value.code, raised.value.detail))
    assert len(details) == 1


def test_the_mac_is_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch):
    compared: list[tuple[bytes, bytes]] = []

    def never_equal(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return False

    monkeypatch.setattr("hmac.compare_digest", never_equal)
    assert not verify(UID, COUNTER, MAC, ZERO)
    assert compared == [(bytes.fromhex(MAC), bytes.fromhex(MAC))]


@pytest.mark.parametrize("length", [0, 15, 17, 24, 32])
def test_a_key_of_another_length_is_not_taken(length: int):
    with pytest.raises(ValueError, match=f"meta must have 16 bytes, not {length}"):
        TagKeys(bytes(length), ZERO)
    with pytest.raises(ValueError, match=f"file must have 16 bytes, not {length}"):
        TagKeys(ZERO, bytes(length))


def test_keys_are_not_printed():
    assert repr(TagKeys(META, FILE)) == "TagKeys()"


def test_nobody_loads_the_cipher_who_only_writes_sheets():
    """An ordinary visit must not wait for it."""
    code = (
        "import sys, twofold.assets.nfc.sheet, twofold.assets.nfc.authenticated_sheet, twofold.assets.nfc.instructions;"
        "sys.exit('cryptography' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0


def _flipped(text: str, bit: int) -> str:
    return f"{int(text, 16) ^ 1 << bit:0{len(text)}X}"


def _refused(call: Callable[..., object], *given: object) -> bool:
    try:
        call(*given)
    except Untrusted:
        return True
    return False
