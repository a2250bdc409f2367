"""An authenticated sign puts each tap where the settings say, and the link stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.tags import SoftTag
from tests.unit.nfc.reading import link_of, signed
from twofold.assets.nfc.authenticated import AuthenticatedFile, authenticated_file
from twofold.assets.nfc.keys import TagKeys
from twofold.assets.nfc.ndef import uri_record
from twofold.assets.nfc.sun import PiccData, read_tap
from twofold.contracts.errors import InvalidRequest

SITE = "https://go.brand.example"
UID = bytes.fromhex("04A1B2C3D4E5F6")
META, FILE = b"m" * 16, b"f" * 16


@given(st.text("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", min_size=1, max_size=40))
def test_a_tap_reaches_us_in_the_link_and_is_genuine(slug: str):
    file = authenticated_file(SITE, slug)
    picc, mac = SoftTag(UID, META, FILE, counter=41).tap()
    link = signed(file.content, file.settings, picc, mac)
    assert link == f"{SITE}/n/{slug}?p={picc}&c={mac}"
    assert read_tap(picc, mac, TagKeys(META, FILE)) == PiccData(UID, 42)


def test_before_the_first_tap_the_link_has_zeros():
    file = authenticated_file(SITE, "4F7K2M")
    assert file.link == f"{SITE}/n/4F7K2M?p={'0' * 32}&c={'0' * 16}"
    assert link_of(file.content[2:]) == file.link


def test_settings_are_those_of_the_makers_example_for_the_same_offsets():
    """AN12196, personalisation example: PICCData at 20h, the MAC at 43h, keys 2 and 1, as `SoftTag` has them."""
    link = f"https://choose.url.com/ntag424?e={'0' * 32}&c={'0' * 16}"
    message = uri_record(link)
    file = AuthenticatedFile(
        link=link,
        content=len(message).to_bytes(2, "big") + message,
        picc_offset=0x20,
        mac_input_offset=0x43,
        mac_offset=0x43,
    )
    assert file.settings.hex().upper() == "4000E0C1F121200000430000430000"
    assert file.content[:7] == bytes.fromhex("0051 D1014D55 04")
    tapped = signed(file.content, file.settings, "P" * 32, "M" * 16)
    assert tapped == f"https://choose.url.com/ntag424?e={'P' * 32}&c={'M' * 16}"


def test_our_offsets_are_counted_as_in_the_makers_example():
    """`choose.url.com/ntag424?e=` and `choose.url.co/n/g424?p=` differ by two letters."""
    file = authenticated_file("https://choose.url.co", "g424")
    assert (file.picc_offset, file.mac_input_offset, file.mac_offset) == (0x20 - 2, 0x43 - 2, 0x43 - 2)


def test_a_slash_after_the_site_is_not_doubled():
    assert authenticated_file(SITE + "/", "A") == authenticated_file(SITE, "A")


def test_a_file_holds_256_bytes():
    fits, too_long = ("https://" + "a" * length for length in (152, 153))
    assert len(authenticated_file(fits, "S" * 40).content) == 256
    with pytest.raises(InvalidRequest) as raised:
        authenticated_file(too_long, "S" * 40)
    assert raised.value.code == "link_too_long"
    assert raised.value.field == "link"
    assert "takes 257 bytes" in raised.value.detail
    assert "NTAG 424 DNA holds 256" in raised.value.detail


@pytest.mark.parametrize(
    "site",
    [
        "",
        "go.brand.example",
        "https://",
        "https://a b",
        "https://a?b",
        "https://a#b",
        "https://żółw",
        "ftp://a",
    ],
)
def test_a_site_that_is_none_is_named(site: str):
    with pytest.raises(InvalidRequest) as raised:
        authenticated_file(site, "4F7K2M")
    assert raised.value.field == "site"


@pytest.mark.parametrize("slug", ["", "a/b", "a?b", "a&p=", "ż", "a b", "a\n", "A" * 41])
def test_a_slug_that_is_none_is_named(slug: str):
    with pytest.raises(InvalidRequest) as raised:
        authenticated_file(SITE, slug)
    assert raised.value.field == "slug"
