"""A row of a sheet is all that somebody needs to write a tag, for hundreds of tags."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.tags import SoftTag
from tests.unit.nfc.reading import link_of, link_on, mirrored, signed
from twofold.assets.nfc.authenticated_sheet import AuthenticatedSign, authenticated_sheet, key_sheet
from twofold.assets.nfc.cells import to_csv
from twofold.assets.nfc.chips import NTAG213, NTAG215
from twofold.assets.nfc.instructions import authenticated_instructions, sign_instructions
from twofold.assets.nfc.keys import TagKeys
from twofold.assets.nfc.mirror import Mirror
from twofold.assets.nfc.sheet import Sign, sign_sheet
from twofold.assets.nfc.sun import read_tap
from twofold.contracts.errors import InvalidRequest

UID = bytes.fromhex("04E141124C2880")
SIGN = Sign(name="Table 1", place="Kraków", link="https://go.brand.example/4F7K2M")
SIGNS = [
    Sign(name=f"Table {number}", place="Łódź", link=f"https://go.brand.example/T{number}")
    for number in range(1, 501)
]
AUTHENTICATED = [
    AuthenticatedSign(
        name=f"Door {number}",
        site="https://go.brand.example",
        slug=f"D{number}",
        keys=TagKeys(f"{number:016}".encode(), f"{number + 500:016}".encode()),
    )
    for number in range(1, 301)
]


def read(sheet: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sheet, newline="")))


def test_five_hundred_rows_are_five_hundred_tags_that_can_be_read():
    rows = read(sign_sheet(SIGNS, NTAG213))
    assert [row["row"] for row in rows] == [str(number) for number in range(1, 501)]
    for sign, row in zip(SIGNS, rows, strict=True):
        assert (row["name"], row["place"], row["link"], row["tag"]) == (
            sign.name,
            "Łódź",
            sign.link,
            "NTAG213",
        )
        assert link_of(bytes.fromhex(row["ndef_message"])) == sign.link
        assert link_on(bytes.fromhex(row["memory_from_page_4"])) == sign.link


def test_without_a_mirror_no_setting_is_touched():
    (row,) = read(sign_sheet([SIGN], NTAG213))
    assert {
        row[name] for name in ("mirror_page", "mirror_byte", "cfg0_page", "cfg0", "cfg1_page", "cfg1")
    } == {""}
    assert "cannot be undone" in row["lock"]


def test_a_row_with_a_mirror_sets_the_tag_that_shows_itself():
    (row,) = read(sign_sheet([SIGN], NTAG213, Mirror.UID_AND_COUNTER))
    memory, cfg0, cfg1 = (bytes.fromhex(row[name]) for name in ("memory_from_page_4", "cfg0", "cfg1"))
    assert link_on(mirrored(memory, cfg0, cfg1, UID, 7)) == SIGN.link + "?m=04E141124C2880x000007"
    assert (row["cfg0_page"], row["cfg1_page"]) == ("41", "42")
    assert (int(row["mirror_page"]), int(row["mirror_byte"])) == (cfg0[2], cfg0[0] >> 4 & 3)
    assert "page 42 as 50 05 00 00" in row["lock"]


def test_three_hundred_authenticated_signs_are_written_from_two_sheets():
    rows, keys = read(authenticated_sheet(AUTHENTICATED)), read(key_sheet(AUTHENTICATED))
    assert len(rows) == 300
    for row, key in zip(rows, keys, strict=True):
        assert [row[name] for name in ("row", "name", "link")] == [
            key[name] for name in ("row", "name", "link")
        ]
        meta = bytes.fromhex(key["key_2_sdm_meta_read"])
        file = bytes.fromhex(key["key_1_sdm_file_read"])
        picc, mac = SoftTag(UID, meta, file).tap()
        link = signed(bytes.fromhex(row["file"]), bytes.fromhex(row["file_settings"]), picc, mac)
        assert link == row["link"].replace("0" * 32, picc).replace("c=" + "0" * 16, "c=" + mac)
        assert read_tap(picc, mac, AUTHENTICATED[int(row["row"]) - 1].keys).uid == UID


def test_the_offsets_stand_in_the_row_for_writers_that_ask_for_them():
    (row,) = read(authenticated_sheet(AUTHENTICATED[:1]))
    file = bytes.fromhex(row["file"])
    assert file[int(row["picc_data_offset"]) :][:32] == b"0" * 32
    assert file[: int(row["picc_data_offset"])].endswith(b"?p=")
    assert file[int(row["sdm_mac_offset"]) :] == b"0" * 16
    assert row["sdm_mac_input_offset"] == row["sdm_mac_offset"]
    assert row["file_number"] == "2"


def test_keys_are_in_their_own_sheet_only():
    sheet = authenticated_sheet(AUTHENTICATED).replace(" ", "").upper()
    for sign in AUTHENTICATED:
        assert sign.keys.meta.hex().upper() not in sheet
        assert sign.keys.file.hex().upper() not in sheet
    assert "key" not in ",".join(read(authenticated_sheet(AUTHENTICATED))[0])


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "  @"])
def test_a_name_that_a_spreadsheet_would_compute_is_quoted(begin: str):
    sign = Sign(name=begin + "1+1", place=begin + "HYPERLINK()", link=SIGN.link)
    (row,) = read(sign_sheet([sign], NTAG215))
    assert row["name"] == "'" + begin + "1+1"
    assert row["place"] == "'" + begin + "HYPERLINK()"
    (key_row,) = read(
        key_sheet([AuthenticatedSign(name=begin, site="https://x.de", slug="A", keys=AUTHENTICATED[0].keys)])
    )
    assert key_row["name"] == "'" + begin


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=2))
def test_every_text_comes_back_and_none_is_a_formula(texts: list[str]):
    (row,) = csv.reader(io.StringIO(to_csv([], [texts]).partition("\r\n")[2], newline=""))
    for text, cell in zip(texts, row, strict=True):
        assert cell in (text, "'" + text)
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_no_cell_of_hex_is_taken_for_a_number():
    """`12E34` and a row of digits would be: a spreadsheet changes them for good when it stores the file."""
    for row in read(key_sheet(AUTHENTICATED)):
        assert all(" " in row[name] for name in ("key_1_sdm_file_read", "key_2_sdm_meta_read"))


def test_the_sign_that_cannot_be_written_is_named():
    signs = [SIGN, Sign(name="Terrace", link="https://go.brand.example/" + "A" * 200)]
    with pytest.raises(InvalidRequest) as raised:
        sign_sheet(signs, NTAG213)
    assert raised.value.field == "signs[1].link"
    assert raised.value.code == "link_too_long"
    assert "Sign 2, Terrace: " in raised.value.detail
    assert "NTAG213 holds 144" in raised.value.detail


def test_an_authenticated_sign_that_cannot_be_written_is_named():
    bad = AuthenticatedSign(name="Door", site="https://x.de", slug="a/b", keys=AUTHENTICATED[0].keys)
    for sheet in (authenticated_sheet, key_sheet):
        with pytest.raises(InvalidRequest) as raised:
            sheet([AUTHENTICATED[0], bad])
        assert raised.value.field == "signs[1].slug"


def test_instructions_name_the_tag_the_number_and_every_column_that_is_to_be_written():
    told = sign_instructions(500, NTAG213, Mirror.UID_AND_COUNTER)
    for said in ("500 tags", "NTAG213", "**memory_from_page_4**", "**cfg0**", "page 41", "2A in", "**lock**"):
        assert said in told
    assert "mirror" not in sign_instructions(1, NTAG213)
    assert sign_instructions(1, NTAG213).count("1 tag ") == 1


def test_instructions_for_authenticated_signs_name_their_columns_and_warn_of_the_keys():
    told = authenticated_instructions(300)
    for said in (
        "300 tags",
        "NTAG 424 DNA",
        "**file**",
        "**file_settings**",
        "**picc_data_offset**",
        "key 0",
    ):
        assert said in told
    assert "secret" in told


def test_instructions_have_no_gap_left():
    for told in (
        authenticated_instructions(2),
        *(sign_instructions(2, NTAG215, mirror) for mirror in Mirror),
    ):
        assert "{" not in told
        assert "}" not in told
