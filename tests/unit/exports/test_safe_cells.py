"""No cell of a CSV is taken for a formula, and every text can be had back as it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twofold.adapters.files.safe_cells import meant, safe, safe_phone

FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://x.example";"see")',
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "﹦1",
    "−1",
    "'=1+1",
    "\t=1",
    "\r=1",
    "\n=1",
    "\tAnna",
    "\rAnna",
    "  =1+1",
    "\u200b=1",
    "\ufeff=1",
    "\u202e=1",
    "\u200f＝1",
    "\u2066\u2067@x",
]
SPREADSHEETS_PART = re.compile("[;\t\r\n]")
HARMLESS = [
    "Anna",
    "O'Brien",
    "'t Hooft",
    "a=b",
    "a-b",
    "3 + 4",
    "ליאור",
    "مرحبا",
    "Zoë; later",
    "",
    "x@y.example",
    "50%",
]
TRICKY = st.text(st.sampled_from("=+-@＝'\"; \t\r\n,\u200b\u202eaא1"), max_size=12)


def begins_formula(cell: str) -> bool:
    """Written apart from what is tested: looked at from its first character that can be seen."""
    seen = cell.lstrip(" \u00a0\u200b\u200f\u202e\u2066\u2067\ufeff")
    return seen[:1] in {*"=+-@＝＋－＠﹦−"}


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_begin_a_formula_gets_a_quote_mark(text: str):
    assert safe(text).startswith("'") or not begins_formula(text)
    assert safe(text) != text
    assert not any(begins_formula(part) for part in SPREADSHEETS_PART.split(safe(text)))


@pytest.mark.parametrize("text", HARMLESS)
def test_what_could_not_stays_as_it_is(text: str):
    assert safe(text) == text


def test_where_a_semicolon_parts_cells_no_formula_begins_behind_it():
    assert safe("Zoë;=SUM(A1)") == "Zoë;'=SUM(A1)"
    assert safe("a\n =1\tb\t@x") == "a\n' =1\tb\t'@x"


@given(st.text() | TRICKY)
def test_every_text_can_be_had_back(text: str):
    assert meant(safe(text)) == text


@given(TRICKY)
def test_no_part_of_a_cell_begins_a_formula(text: str):
    assert not any(begins_formula(part) for part in SPREADSHEETS_PART.split(safe(text)))


def test_two_texts_are_never_one_cell():
    assert len({safe("=1"), safe("'=1"), safe("''=1")}) == 3


@pytest.mark.parametrize("number", ["+48601234567", "+12025550123"])
def test_a_number_stays_e164(number: str):
    assert safe_phone(number) == number


@pytest.mark.parametrize(
    "text", ["+48601234567+1", "+48 601", "+", "+1", "=48601234567", "+4860123456789012"]
)
def test_what_only_looks_like_a_number_does_not(text: str):
    assert safe_phone(text) == "'" + text
