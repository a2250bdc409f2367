"""What a line of a file holds."""

from datetime import UTC, datetime

import pytest

from twofold.imports.codes.rows import rows
from twofold.imports.row import Row
from twofold.imports.text import Unreadable
from twofold.pools.read_coupon import Entry

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def read(text: str | bytes) -> list[Row[Entry]]:
    return list(rows([text.encode() if isinstance(text, str) else text], AT))


def told(text: str | bytes) -> list[str]:
    """For each line its coupon as it is looked up, or what is wrong with it."""
    return [row.entry.code if row.entry else f"!{row.fault}" for row in read(text)]


def only(text: str) -> Row[Entry]:
    (row,) = read(text)
    return row


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_every_line_holds_a_coupon(end: str, last: bool, bom: str):
    assert told(bom + end.join(["SAVE-1", "SAVE-2"]) + (end if last else "")) == ["SAVE1", "SAVE2"]


@pytest.mark.parametrize("heading", ["code", "Code", '"CODE"', "\ufeffcode", "Coupon_Code", " code "])
def test_a_heading_is_no_coupon_and_lines_are_counted_from_it(heading: str):
    assert [(row.line, row.entry and row.entry.code) for row in read(f"{heading}\nA1\n")] == [(2, "A1")]


def test_columns_are_found_by_their_heading_in_any_order():
    row = only("name,expires_at,code,note\nAnna,2026-12-31,AB-1,x\n")
    assert row.entry
    assert (row.entry.code, row.entry.expires_at) == ("AB1", datetime(2027, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_end_may_follow_without_a_heading(mark: str):
    row = only(f"AB1{mark}2026-12-31T22:00:00+01:00\n")
    assert row.entry
    assert row.entry.expires_at == datetime(2026, 12, 31, 21, tzinfo=UTC)


def test_a_heading_without_an_end_makes_the_second_column_none():
    assert told("code,note\nAB1,whatever\n") == ["AB1"]


def test_people_see_a_coupon_as_it_was_delivered():
    row = only('"Summer-26 xy",\n')
    assert row.entry
    assert (row.entry.written, row.entry.code) == ("Summer-26 xy", "SUMMER26XY")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("", "empty"),
        ("   ", "empty"),
        (",2026-12-31", "empty"),
        (",,,", "empty"),
        ('""', "empty"),
        ("A" * 65, "too_long"),
        ("A" * 2_000, "too_long"),
        ("=1+1", "strange_characters"),
        ("=HYPERLINK(1)", "strange_characters"),
        ("+48601", "strange_characters"),
        ("-5", "strange_characters"),
        ("@SUM(A1)", "strange_characters"),
        ("\t=1", "strange_characters"),
        ("<script>", "strange_characters"),
        ("A#B", "strange_characters"),
        ("A/B", "strange_characters"),
        ("żółw", "strange_characters"),
        ("A\u200bB", "strange_characters"),
        ("A\x07B", "strange_characters"),
        ('"A', "strange_characters"),
        ('A"B', "strange_characters"),
        ('"A"B', "strange_characters"),
        ('"' * 21, "strange_characters"),
        ("AB1,31.12.2026", "bad_date"),
        ("AB1,2026-13-01", "bad_date"),
        ("AB1,2026-12-31T10:00", "bad_date"),
        ("AB1,20261231", "bad_date"),
        ("AB1,9999-12-31", "bad_date"),
        ("AB1,9999-12-31T23:59:59-05:00", "bad_date"),
        ("AB1,never", "bad_date"),
        ("AB1,2026-11-21", "expired"),
        ("AB1,2026-11-22T09:00:00Z", "expired"),
        ("FIRST", "duplicate"),
        ("fi-rs t", "duplicate"),
    ],
)
def test_a_line_that_holds_no_coupon_is_told_with_its_number_and_reason(line: str, fault: str):
    assert [(row.line, row.fault) for row in read(f"FIRST\n{line}\nLAST")] == [
        (1, None),
        (2, fault),
        (3, None),
    ]


def test_a_coupon_is_good_on_its_last_day_and_ends_with_it():
    assert only("AB1,2026-11-22").entry


def test_a_line_that_is_not_utf_8_is_told_and_the_others_are_read():
    assert told(b"A1\nB\xff\xfe\nC\xc3\xb3\nA2\n") == ["A1", "!not_utf8", "!strange_characters", "A2"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("A1\n".encode("utf-16"), "UTF-16"),
        ("A1\n".encode("utf-16-le"), "zero bytes"),
        ("A1\n".encode("utf-16-be"), "zero bytes"),
        (b"PK\x03\x04 a spreadsheet", "save it as CSV"),
        (b"\x1f\x8b\x08 packed", "compressed"),
        (b"%PDF-1.7", "PDF"),
        (b"A1\n\x00\x01\x02", "zero bytes"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(content: bytes, what: str):
    with pytest.raises(Unreadable, match=what):
        read(content)


def test_5_mb_of_quotes_are_one_line_that_is_too_long():
    assert told(b'"' * 5_000_000) == ["!too_long"]


def test_a_first_line_that_is_too_long_is_no_heading():
    assert told(b"code" + b"," * 5_000 + b"\nA1\n") == ["!too_long", "A1"]
