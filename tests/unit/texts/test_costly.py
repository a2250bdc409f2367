"""Which characters double the bill, and what to write instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twofold.messages.texts.alphabet import ALPHABET, is_gsm
from twofold.messages.texts.costly import find_costly
from twofold.messages.texts.parts import measure, suggest

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("aé’–…żЖ🎉\u0301\u200d"))


@pytest.mark.parametrize(
    ("dear", "cheap"),
    [
        ("Anna’s “offer”", 'Anna\'s "offer"'),
        ("10–12 — now…", "10-12 - now..."),
        ("20\u00a0%", "20 %"),
        ("a\u2009b\u202fc\td", "a b c d"),
        ("one\u2028two", "one\ntwo"),
        ("ça va, Ça va", "ca va, Ça va"),
        ("Zażółć gęślą jaźń", "Zazolc gesla jazn"),
        ("mañana más", "mañana mas"),
        ("Tiếng Việt, Đà Nẵng", "Tieng Viet, Dà Nang"),
        ("őű ŐŰ", "öü ÖÜ"),
        ("œuf, ﬁn, ½ №2 ™ ©", "oeuf, fin, 1/2 No2 TM (c)"),
        ("e\u0301 a\u0301 1\ufe0f\u20e3", "é a 1"),
        ("Καλημέρα", "KAΛHMEPA"),
        ("СОСЕ", "COCE"),
        ("100 ₫", "100 VND"),
        ("٣", "3"),
        ("Party 🎉👨‍👩‍👧🇵🇱👍🏽 today", "Party  today"),
        ("zero\u200bwidth\ufeff\u00ad", "zerowidth"),
    ],
)
def test_each_has_a_replacement_that_says_nearly_the_same(dear: str, cheap: str):
    assert suggest(dear) == cheap
    assert (measure(dear).encoding, measure(cheap).encoding) == ("UCS-2", "GSM-7")


def test_one_is_named_with_its_place_and_what_to_write():
    (found,) = measure("Anna’s offer").costly
    assert (found.position, found.character, found.replacement) == (4, "’", "'")
    assert found.name == "RIGHT SINGLE QUOTATION MARK"
    assert found.advice == "Write “'” instead of “’” (RIGHT SINGLE QUOTATION MARK)."


def test_each_time_that_it_stands_there_is_told():
    assert [costly.position for costly in measure("– a – b").costly] == [0, 4]


@pytest.mark.parametrize(
    ("character", "advice"),
    [
        ("🎉", "Leave “🎉” (PARTY POPPER) out."),
        ("\u200b", "Leave the ZERO WIDTH SPACE out."),
        ("\u00a0", "Write a plain space instead of the NO-BREAK SPACE."),
        ("\u2028", "Write a plain line break instead of the LINE SEPARATOR."),
        ("ж", "No letter of GSM-7 comes near “ж” (CYRILLIC SMALL LETTER ZHE)."),
        ("e\u0301", "Write “é” instead of “e\u0301” (COMBINING ACUTE ACCENT)."),
        ("\ue000", "Leave the U+E000 out."),
    ],
)
def test_the_advice_is_a_sentence_even_about_what_nobody_sees(character: str, advice: str):
    (found,) = measure(character).costly
    assert found.advice == advice


@pytest.mark.parametrize("seen", ["👨‍👩‍👧", "🇵🇱", "👍🏽", "1\ufe0f\u20e3", "ę\u0301", "❤\ufe0f"])
def test_what_a_person_sees_as_one_is_told_once(seen: str):
    assert [costly.character for costly in measure(f"a{seen}b").costly] == [seen]


def test_two_flags_are_two():
    assert [costly.character for costly in measure("🇵🇱🇩🇪").costly] == ["🇵🇱", "🇩🇪"]


def test_a_text_in_a_script_of_its_own_keeps_its_signs_since_they_cost_it_nothing():
    assert suggest("Знижка – 20 %") == "Знижка – 20 %"


def test_a_text_that_is_cheap_already_stays_as_it_is():
    text = "".join(sorted(ALPHABET))
    assert (suggest(text), measure(text).costly) == (text, ())


@given(TEXTS)
def test_a_suggestion_is_cheap_unless_some_letter_has_no_replacement(text: str):
    found = list(find_costly(text))
    hopeless = any(costly.replacement is None for costly in found)
    assert is_gsm(suggest(text)) is not hopeless
    assert all(costly.replacement is None or is_gsm(costly.replacement) for costly in found)


@given(TEXTS)
def test_what_is_costly_stands_where_it_is_said_to_stand_and_the_rest_is_cheap(text: str):
    rest, done = "", 0
    for costly in find_costly(text):
        end = costly.position + len(costly.character)
        assert text[costly.position : end] == costly.character
        rest, done = rest + text[done : costly.position], end
    assert is_gsm(rest + text[done:])
