"""Filling texts in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twofold.messages.texts.fill import fields_of, fill, loose_braces


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("{code} is your {brand} code", "123456 is your {code} code"),
        ("no fields", "no fields"),
        ("{unknown} {code}", "{unknown} 123456"),
        ("{code", "{code"),
        ("code}", "code}"),
        ("{{code}}", "{123456}"),
        ("{}{code}", "{}123456"),
        ("{ {code}", "{ 123456"),
        ("{code}{code}", "123456123456"),
        ("", ""),
        ("{code.__class__}{0}{code!r}", "{code.__class__}{0}{code!r}"),
    ],
)
def test_known_fields_are_filled_and_all_else_stays(template: str, filled: str):
    assert fill(template, {"code": "123456", "brand": "{code}"}) == filled


def test_a_value_is_never_taken_for_a_field():
    assert fill("{a}{b}", {"a": "{b}", "b": "{a}"}) == "{b}{a}"


@pytest.mark.parametrize(
    ("fields", "greeting"),
    [
        ({"first_name": "Anna"}, "Hi Anna!"),
        ({"first_name": ""}, "Hi there!"),
        ({"first_name": " \n"}, "Hi there!"),
        ({}, "Hi there!"),
    ],
)
def test_words_after_the_bar_stand_in_for_what_is_not_there(fields: dict[str, str], greeting: str):
    assert fill("Hi {first_name|there}!", fields) == greeting


def test_a_blank_value_of_any_field_gives_way_to_the_words():
    assert fill("Help: {contact|our staff}.", {"contact": " "}) == "Help: our staff."


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("{brand|}", "B"),
        ("{missing|}", ""),
        ("{missing|a|b}", "a|b"),
        ("{missing|{brand}}", "{missing|B}"),
        ("{|x}", "x"),
        ("{brand|x", "{brand|x"),
        ("{missing|two\nlines}", "two\nlines"),
    ],
)
def test_the_words_are_words_and_no_template(template: str, filled: str):
    assert fill(template, {"brand": "B"}) == filled


def test_a_field_that_is_blank_and_has_no_words_leaves_nothing():
    assert fill("[{link}]", {"link": ""}) == "[]"


HOSTILE = [
    "{code}",
    "http://evil",
    "evil.com",
    "evil．com",
    "bit。ly",
    "a@b",
    "a:b",
    "Call 555",
    "٠١٢",
    "²",
    "①",
    "<b>",
    "$$$",
    "Anna}",
    "---",
    "\u202e",
    "",
]


@pytest.mark.parametrize("entered", HOSTILE)
def test_what_is_no_name_is_not_sent_as_one(entered: str):
    assert fill("{first_name|there}{code}", {"first_name": entered, "code": "S"}) == "thereS"
    assert fill("{first_name}", {"first_name": entered}) == ""


@pytest.mark.parametrize(
    ("entered", "sent"),
    [
        ("  Anna \r\n Maria\t", "Anna Maria"),
        ("Jean-Luc O'Neil", "Jean-Luc O'Neil"),
        ("D’Arcy", "D’Arcy"),
        ("Zoe\u0301", "Zoé"),
        ("Łukasz", "Łukasz"),
        ("Нгуен", "Нгуен"),
        ("अमित", "अमित"),
        ("小明", "小明"),
        ("Anna\x00\x1b\u202e", "Anna"),
        ("Anna 🌸❤\ufe0f", "Anna"),
        ("A" * 41, "A" * 40),
        ("A" * 39 + " B", "A" * 39),
    ],
)
def test_a_name_is_sent_on_one_line_and_without_what_nobody_sees(entered: str, sent: str):
    assert fill("{first_name}", {"first_name": entered}) == sent


def test_only_what_people_entered_is_cleaned():
    fields = {"link": "https://go.shop.example/abc", "consent": "One.\nTwo."}
    assert fill("{link} {consent}", fields) == "https://go.shop.example/abc One.\nTwo."


@given(st.text(), st.text(), st.text())
def test_whatever_somebody_enters_brings_no_field_no_address_and_no_second_line(a: str, name: str, b: str):
    sent = fill("{first_name|there}", {"first_name": a + name + b, "there": "no"})
    assert not set(sent) & set("{}/.@:|\n\r0123456789")
    assert 0 < len(sent) <= 40


@pytest.mark.parametrize(
    ("template", "names"),
    [
        ("{brand}: {first_name|Hi}, {code} {code|x}", ("brand", "first_name", "code")),
        ("no fields", ()),
        ("{open {closed}", ("closed",)),
        ("{}{ code }", ("", " code ")),
    ],
)
def test_the_fields_of_a_template_are_listed_once_in_their_order(template: str, names: tuple[str, ...]):
    assert fields_of(template) == names


@pytest.mark.parametrize(
    ("template", "loose"), [("{a} {b|c}", ""), ("{a", "{"), ("a}", "}"), ("{a{b}", "{"), ("{{a}}", "{}")]
)
def test_a_brace_that_belongs_to_no_field_is_seen(template: str, loose: str):
    assert loose_braces(template) == loose
