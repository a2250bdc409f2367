"""Whichever byte of a bundle is changed: the verifier names the line that it stands in, and no other row."""

import random

import pytest

from tests.fakes.evidence import a_bundle
from twofold.verify.judge import judge

BUNDLE = a_bundle().encode()
LINES = BUNDLE.split(b"\n")
RANDOM = 3_000


def places(raw: bytes) -> list[str]:
    return [finding.place for finding in judge(raw).findings]


def place_of(position: int) -> str:
    """What a line is called; the break behind it is its own."""
    line = BUNDLE[:position].count(b"\n")
    rows = len(LINES) - 5
    named = {0: "the heading", 1: "the line that opens the rows", rows + 2: "the line that closes the rows"}
    return named.get(line) or ("the seal" if line == rows + 3 else f"row {line - 1}")


def others(byte: int, chance: random.Random) -> list[int]:
    """One that looks alike, one that breaks the line, one that is no text, one by chance."""
    return sorted({byte ^ 0x20, byte ^ 1, 0x0A, 0xFF, chance.randrange(256)} - {byte})


def test_a_bundle_that_nobody_touched_holds():
    assert judge(BUNDLE).findings == []
    assert len(BUNDLE) > 4_000
    assert {place_of(at) for at in range(len(BUNDLE))} >= {"the heading", "row 1", "row 11", "the seal"}


@pytest.mark.parametrize("part", range(8))
def test_every_single_byte_that_is_changed_is_found_in_its_line(part: int):
    chance = random.Random(part)
    for at in range(part, len(BUNDLE), 8):
        byte = BUNDLE[at] ^ chance.choice((1, 2, 4, 8, 16, 32, 64, 128))
        found = places(BUNDLE[:at] + bytes([byte]) + BUNDLE[at + 1 :])
        assert place_of(at) in found, (at, byte, found)


def test_any_byte_may_become_any_other():
    chance = random.Random(22)
    for _ in range(RANDOM):
        at = chance.randrange(len(BUNDLE))
        byte = chance.choice(others(BUNDLE[at], chance))
        found = places(BUNDLE[:at] + bytes([byte]) + BUNDLE[at + 1 :])
        assert found, (at, byte)
        assert place_of(at) in found, (at, byte, BUNDLE[at], found)


def test_a_byte_that_is_taken_out_or_put_in_is_found_in_its_line():
    chance = random.Random(11)
    for _ in range(RANDOM // 2):
        at = chance.randrange(len(BUNDLE))
        assert place_of(at) in places(BUNDLE[:at] + BUNDLE[at + 1 :]) or BUNDLE[at] == 0x0A, at
        more = places(BUNDLE[:at] + bytes([chance.randrange(32, 127)]) + BUNDLE[at:])
        assert place_of(at) in more, at


def test_a_changed_row_spoils_no_other():
    chance = random.Random(5)
    for _ in range(500):
        at = chance.randrange(len(BUNDLE))
        place = place_of(at)
        if not place.startswith("row") or BUNDLE[at] == 0x0A:
            continue
        byte = chance.choice(b"abcdef0123456789")
        found = places(BUNDLE[:at] + bytes([byte]) + BUNDLE[at + 1 :])
        assert {each for each in found if each.startswith("row")} <= {place}, (at, byte, found)
