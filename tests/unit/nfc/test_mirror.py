"""The chip writes its serial number and its count of taps into the link, and into nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.nfc.reading import link_on, mirrored
from twofold.assets.nfc.chips import NTAG213, NTAG215, NTAG216, Chip
from twofold.assets.nfc.mirror import Mirror, add_placeholder, mirror_settings
from twofold.assets.nfc.ndef import user_memory
from twofold.contracts.errors import InvalidRequest

UID = bytes.fromhex("04E141124C2880")
COUNTER = 0x003F31
SHOWN = {
    Mirror.UID: "04E141124C2880",
    Mirror.COUNTER: "003F31",
    Mirror.UID_AND_COUNTER: "04E141124C2880x003F31",
}
CHIPS = st.sampled_from([NTAG213, NTAG215, NTAG216])
SLUGS = st.text("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", min_size=1, max_size=60)


@given(SLUGS, st.sampled_from(Mirror), CHIPS)
def test_a_phone_gets_the_link_with_the_chips_own_digits(slug: str, mirror: Mirror, chip: Chip):
    link = add_placeholder(f"https://go.brand.example/{slug}", mirror)
    settings = mirror_settings(link, mirror, chip)
    shown = mirrored(user_memory(link, chip), settings.cfg0, settings.cfg1, UID, COUNTER)
    assert link_on(shown) == f"https://go.brand.example/{slug}?m={SHOWN[mirror]}"


def test_the_example_of_the_data_sheet_comes_out_as_it_stands_there():
    """NXP, NTAG21x family, UID and NFC counter mirror example: page 0Ch, byte 1, MIRROR D4h."""
    link = "http://www.nxp.com/index.html?m=00000000000000x000000"
    settings = mirror_settings(link, Mirror.UID_AND_COUNTER, NTAG213)
    assert (settings.page, settings.byte) == (0x0C, 1)
    assert settings.cfg0[::2] == bytes([0xD4, 0x0C])
    memory = user_memory(link, NTAG213)
    assert memory[:16] == bytes.fromhex("0103A00C 34032FD1 012B5501") + b"nxp."
    shown = mirrored(memory, settings.cfg0, settings.cfg1, UID, COUNTER)
    assert link_on(shown) == "http://www.nxp.com/index.html?m=04E141124C2880x003F31"


@pytest.mark.parametrize(
    ("mirror", "kind", "access"),
    [(Mirror.UID, 1, 0x00), (Mirror.COUNTER, 2, 0x10), (Mirror.UID_AND_COUNTER, 3, 0x10)],
)
def test_the_counter_is_switched_on_where_it_is_shown_and_no_password_is_set(
    mirror: Mirror, kind: int, access: int
):
    settings = mirror_settings(add_placeholder("https://x.de/A", mirror), mirror, NTAG215)
    assert settings.cfg0[0] >> 6 == kind
    assert settings.cfg0[0] & 0x0F == 0x04
    assert settings.cfg0[3] == 0xFF
    assert settings.cfg1 == bytes([access, 5, 0, 0])
    assert settings.cfg1_locked == bytes([access | 0x40, 5, 0, 0])


@pytest.mark.parametrize("letters", range(8))
def test_the_place_is_found_at_every_byte_of_a_page(letters: int):
    link = add_placeholder("https://x.de/" + "A" * letters, Mirror.UID)
    settings = mirror_settings(link, Mirror.UID, NTAG216)
    start = (settings.page - 4) * 4 + settings.byte
    assert settings.cfg0[0] >> 4 & 0x03 == settings.byte
    assert settings.cfg0[2] == settings.page
    assert user_memory(link, NTAG216)[start - 2 : start + 14] == b"m=" + b"0" * 14


@pytest.mark.parametrize(
    ("chip", "pages"), [(NTAG213, (0x29, 0x2A)), (NTAG215, (0x83, 0x84)), (NTAG216, (0xE3, 0xE4))]
)
def test_the_settings_of_a_chip_are_where_its_data_sheet_says(chip: Chip, pages: tuple[int, int]):
    assert (chip.cfg0_page, chip.cfg1_page) == pages
    assert (chip.cfg0_page - 1 - 4) * 4 == chip.user_bytes


@pytest.mark.parametrize(
    ("link", "with_it"),
    [
        ("https://x.de/A", "https://x.de/A?m=000000"),
        ("https://x.de/A?utm_source=sign", "https://x.de/A?utm_source=sign&m=000000"),
        ("https://x.de/A?b=1#top", "https://x.de/A?b=1&m=000000#top"),
        ("https://x.de/A#a?b", "https://x.de/A?m=000000#a?b"),
    ],
)
def test_the_placeholder_joins_the_query(link: str, with_it: str):
    assert add_placeholder(link, Mirror.COUNTER) == with_it


@pytest.mark.parametrize(
    "link",
    ["https://x.de/A", "https://x.de/A?m=00000", "https://x.de/1000000/A?m=000000", "https://x.de/0000000"],
)
def test_a_link_where_the_mirror_has_no_place_of_its_own_is_refused(link: str):
    with pytest.raises(InvalidRequest) as raised:
        mirror_settings(link, Mirror.COUNTER, NTAG215)
    assert raised.value.code == "no_place_for_mirror"
    assert raised.value.field == "link"


def test_a_link_that_fits_only_without_the_mirror_is_refused():
    link = "https://x.de/" + "A" * 115
    assert user_memory(link, NTAG213)
    with pytest.raises(InvalidRequest) as raised:
        mirror_settings(add_placeholder(link, Mirror.UID_AND_COUNTER), Mirror.UID_AND_COUNTER, NTAG213)
    assert raised.value.code == "link_too_long"
