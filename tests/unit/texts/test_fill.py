"""Filling texts in."""

import pytest

from twofold.messages.texts.fill import fill


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
