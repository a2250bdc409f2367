"""Whatever a file has in it, each person is read from their own line, or the line is told of; nothing else happens."""

import csv
import io
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fakes.samples import ANNA, BEN, BUFFET
from twofold.imports.leads.entry import Entry
from twofold.imports.leads.records import LONGEST, MOST_LINES
from twofold.imports.leads.rows import rows
from twofold.imports.row import Row
from twofold.imports.text import Unreadable
from twofold.leads.phone import LeadIdentity

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
REASONS = {
    *("empty", "too_long", "not_utf8", "quotes", "duplicate", "not_a_number", "not_a_mobile"),
    *("country_not_served", "not_two_letters", "too_many"),
    *("missing", "bad_moment", "in_the_future", "not_of_this_version", "not_given", "strange_characters"),
}
"""All that a line can be told of: words of ours, never of the file."""


def read(content: str | bytes, size: int = 1024 * 1024) -> list[Row[Entry]]:
    data = content.encode() if isinstance(content, str) else content
    pieces = (data[start : start + size] for start in range(0, len(data), size))
    return list(rows(pieces, BUFFET, LeadIdentity(b"k" * 32), AT))


def told(content: str | bytes) -> list[str]:
    """For each row the number, or what is wrong with it."""
    return [row.entry.phone.e164 if row.entry else f"!{row.fault}" for row in read(content)]


def number(position: int) -> str:
    return f"+48603{position:06d}"


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=80)
NASTY = st.one_of(
    CELLS,
    st.sampled_from(
        [
            '"',
            '""',
            '"\n"',
            "=1+1",
            "@SUM(A1)",
            "-2",
            "\u202e\u200f",
            "\ufeff",
            ";",
            ",",
            "\t",
            "\r",
            "\x1c",
            "\u2028",
        ]
    ),
)


@given(st.lists(st.tuples(NASTY, NASTY), max_size=20), st.sampled_from(",;\t"), st.integers(1, 700))
@settings(deadline=None)
def test_what_a_spreadsheet_wrote_is_read_as_it_was_meant(
    people: list[tuple[str, str]], delimiter: str, size: int
):
    written = io.StringIO()
    write = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    write.writerow(["phone", "first_name", "attributes.note"])
    for position, (name, note) in enumerate(people):
        write.writerow([number(position), name, note])
    found = read(written.getvalue(), size)
    for position, row in enumerate(found):
        assert row.entry, row
        assert row.entry.phone.e164 == number(position)
        name, note = (_as_read(cell) for cell in people[position])
        assert row.entry.attributes == {
            key: value for key, value in (("first_name", name), ("note", note)) if value
        }
    assert len(found) == len(people)


def _as_read(cell: str) -> str:
    """Ends of lines within a cell are all the same; what stands around it is not."""
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


@given(st.binary(max_size=3_000), st.integers(1, 500))
@settings(deadline=None)
@example(b'"' * 2_000, 7)
@example(b"\xff\xfe", 1)
@example(b'"\r\n' * 200, 3)
def test_no_bytes_at_all_do_harm(noise: bytes, size: int):
    content = b"phone,first_name,consent_at,consent_text\n" + noise
    try:
        found = read(content, size)
    except Unreadable:
        assert b"\0" in noise
        return
    lines = [row.line for row in found]
    assert lines == sorted(set(lines))
    assert all(row.fault in REASONS for row in found if row.entry is None or row.fault)
    assert all(one.end <= other.end for one, other in pairwise(found))
    if found:
        assert found[-1].end <= len(content)


@given(st.binary(max_size=300).filter(lambda noise: b"\0" not in noise))
@settings(deadline=None)
def test_whoever_stands_below_noise_is_found(noise: bytes):
    """No quote that was left open swallows more than a record can have."""
    padding = b"\n".join(b",x" for _ in range(MOST_LINES + 1))
    content = b"phone,first_name\n" + noise.replace(b"+", b"") + b"\n" + padding + f"\n{ANNA},Anna\n".encode()
    assert ANNA in told(content)


@given(st.binary(max_size=400), st.integers(1, 64))
@settings(deadline=None)
def test_a_file_is_the_same_however_its_pieces_fall(noise: bytes, size: int):
    content = b"phone,first_name\n" + noise.replace(b"\0", b"") + f'\n{ANNA},"An\nna"\n'.encode()
    assert read(content, size) == read(content)


def test_a_line_as_long_as_a_file_takes_no_one_along():
    content = f"phone,first_name\n{ANNA},{'x' * (5 * LONGEST)}\n{BEN},Ben\n"
    assert told(content) == ["!too_long", BEN]


def test_a_quote_that_is_never_closed_costs_its_own_line():
    content = f'phone,first_name\n{ANNA},"Anna\n{BEN},Ben\n'
    assert told(content) == ["!quotes", BEN]


def test_a_cell_may_have_fifty_lines_and_not_one_more():
    fits = "\n" * MOST_LINES
    assert told(f'phone,x\n{ANNA},"{fits}"\n{BEN},\n') == [ANNA, BEN]
    assert told(f'phone,x\n{ANNA},"{fits}\n"\n{BEN},\n')[0] == "!quotes"
    assert told(f'phone,x\n{ANNA},"{fits}\n"\n{BEN},\n')[-1] == BEN


def test_a_quote_within_a_cell_is_a_letter():
    assert told(f'phone,first_name\n{ANNA},5" heel\n{BEN},Ben\n') == [ANNA, BEN]


@pytest.mark.parametrize(
    "content",
    [
        "phone\n+48601234567\n".encode("utf-16"),
        "phone\n+48601234567\n".encode("utf-16-le"),
        b"phone\n+48601\x00234567\n",
        b"PK\x03\x04",
        b"%PDF-1.7",
        b"name,e-mail\nAnna,a@example.org\n",
        b"+48601234567\n",
        b"\xef\xbb\xbf\n",
    ],
)
def test_what_is_no_list_of_numbers_fails_as_a_whole(content: bytes):
    with pytest.raises(Unreadable):
        read(content)


@pytest.mark.parametrize(
    "cell",
    [
        f"'{ANNA}",
        f" {ANNA} ",
        "\u202a+48 601 234 567\u202c",
        "\u200e601\u00a0234\u00a0567",
        "0048 601-234-567",
        "(601) 234 567",
    ],
)
def test_a_number_is_read_as_people_write_it(cell: str):
    assert told(f"phone\n{cell}\n") == [ANNA]


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("4.8601E+10", "not_a_number"),
        ('=HYPERLINK("http://x")', "not_a_number"),
        ("+48 22 635 12 34", "not_a_mobile"),
        ("+48601234567x12", "not_a_mobile"),
        ("+86 131 2345 6789", "country_not_served"),
        ("0" * 41, "too_long"),
        ("\u202e\u200f", "empty"),
        ("Anna", "not_a_number"),
    ],
)
def test_what_is_no_mobile_number_that_we_serve_is_told(cell: str, fault: str):
    quoted = cell.replace('"', '""')
    assert told(f'phone\n"{quoted}"\n') == [f"!{fault}"]


def test_an_attribute_that_is_too_long_and_tags_that_are_too_many_are_told():
    tags = "|".join(f"t{n}" for n in range(21))
    found = read(f"phone,first_name,tags\n{ANNA},{'x' * 101},\n{BEN},,{tags}\n{number(1)},,{'y' * 101}\n")
    assert [(row.fault, row.column) for row in found] == [
        ("too_long", "attributes"),
        ("too_many", "tags"),
        ("too_long", "tags"),
    ]


def test_more_columns_of_attributes_than_a_lead_can_have_are_told_at_once():
    with pytest.raises(Unreadable, match="20 columns"):
        read("phone," + ",".join(f"attributes.a{n}" for n in range(21)) + "\n")
    with pytest.raises(Unreadable, match="100 characters"):
        read(f"phone,attributes.{'n' * 101}\n")


def test_more_people_than_a_file_may_have_are_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("twofold.imports.leads.rows.MOST", 2)
    with pytest.raises(Unreadable, match="more than 2 people"):
        read(f"phone\n{ANNA}\n{BEN}\n{number(1)}\n")
