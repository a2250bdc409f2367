"""A link as a tag holds it is read back by whoever knows the standards."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.nfc.reading import link_of, link_on
from twofold.assets.nfc.chips import NTAG213, NTAG215, NTAG216, Chip, chip_named
from twofold.assets.nfc.ndef import uri_record, user_memory
from twofold.contracts.errors import InvalidRequest

CHIPS = [pytest.param(chip, id=chip.name) for chip in (NTAG213, NTAG215, NTAG216)]
SCHEMES = ("http://www.", "https://www.", "http://", "https://")
REST = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=840)
LINKS = st.builds(str.__add__, st.sampled_from(SCHEMES), REST)


def a_link(length: int) -> str:
    """One whose record is its prefix's byte, its header, and `length` characters."""
    return "https://" + ("go.brand.example/" + "a" * length)[:length]


@given(LINKS)
@example(a_link(254))
@example(a_link(255))
def test_every_link_is_read_back_from_its_record(link: str):
    assert link_of(uri_record(link)) == link


@given(LINKS)
@example(a_link(249))
@example(a_link(250))
@example(a_link(254))
@example(a_link(255))
def test_every_link_that_fits_is_read_back_from_the_tag(link: str):
    memory = user_memory(link, NTAG216)
    assert len(memory) <= 888
    assert link_on(memory) == link


def test_the_bytes_are_those_that_the_standard_gives():
    assert uri_record("https://go.x/A") == bytes.fromhex("D1 01 07 55 04") + b"go.x/A"
    assert user_memory("https://go.x/A", NTAG215) == (
        bytes.fromhex("03 0B D1 01 07 55 04") + b"go.x/A" + b"\xfe"
    )


def test_an_ntag213_keeps_what_it_is_delivered_with():
    memory = user_memory("https://go.x/A", NTAG213)
    assert memory == bytes.fromhex("01 03 A0 0C 34") + user_memory("https://go.x/A", NTAG215)


@pytest.mark.parametrize(
    ("link", "code", "rest"),
    [
        ("http://www.x.de/", 1, b"x.de/"),
        ("https://www.x.de/", 2, b"x.de/"),
        ("http://x.de/", 3, b"x.de/"),
        ("https://x.de/", 4, b"x.de/"),
        ("https://www.", 4, b"www."),
        ("https://wwwx.de/", 4, b"wwwx.de/"),
        ("HTTPS://GO.BRAND.COM/4F7K2M", 4, b"GO.BRAND.COM/4F7K2M"),
        ("Http://WWW.x.de/", 1, b"x.de/"),
    ],
)
def test_the_longest_prefix_is_one_byte(link: str, code: int, rest: bytes):
    assert uri_record(link)[4:] == bytes([code]) + rest


@pytest.mark.parametrize("chip", CHIPS)
def test_a_link_that_fills_the_tag_fits_and_one_more_letter_does_not(chip: Chip):
    longest = max(length for length in range(1, 900) if _fits(a_link(length), chip))
    assert len(user_memory(a_link(longest), chip)) == chip.user_bytes
    with pytest.raises(InvalidRequest) as raised:
        user_memory(a_link(longest + 1), chip)
    assert raised.value.code == "link_too_long"
    assert raised.value.field == "link"
    assert chip.name in raised.value.detail
    assert str(chip.user_bytes) in raised.value.detail
    assert str(chip.user_bytes + 1) in raised.value.detail


@pytest.mark.parametrize(
    "link",
    [
        *(
            "",
            "go.brand.example/A",
            "https://",
            "http://",
            "ftp://x.de",
            "javascript:alert(1)",
            " https://x.de",
        ),
        *(
            "https://x.de/a b",
            "https://x.de/\n",
            "https://żółw.example/",
            "https://x.de/\x00",
            "https://x.de/🎉",
        ),
    ],
)
def test_what_is_no_link_for_a_phone_is_refused(link: str):
    with pytest.raises(InvalidRequest) as raised:
        uri_record(link)
    assert raised.value.field == "link"


@pytest.mark.parametrize("name", ["NTAG213", "ntag213", " NTAG 213 "])
def test_a_chip_is_known_by_its_name(name: str):
    assert chip_named(name) is NTAG213


@pytest.mark.parametrize("name", ["", "NTAG212", "NTAG 424 DNA", *string.punctuation])
def test_another_chip_is_not(name: str):
    with pytest.raises(InvalidRequest) as raised:
        chip_named(name)
    assert raised.value.field == "chip"
    assert "NTAG215" in raised.value.detail


def _fits(link: str, chip: Chip) -> bool:
    try:
        return bool(user_memory(link, chip))
    except InvalidRequest:
        return False
