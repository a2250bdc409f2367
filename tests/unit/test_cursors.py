"""Where the next page begins, as callers get it."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twofold.contracts.errors import InvalidRequest
from twofold.entrypoints.cursors import read, write

LIST = "timeline/LEAD"


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=512))
def test_a_place_comes_back_as_it_was(place: str):
    if len(write(place, LIST)) <= 1_024:
        assert read(write(place, LIST), LIST) == place


def test_it_can_stand_in_an_address_as_it_is():
    assert set(write("01KB?/+ é", LIST)) <= set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    )


def encoded(said: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")


MARK = json.loads(base64.urlsafe_b64decode(write("x", LIST) + "==="))[0]


@pytest.mark.parametrize(
    "wrong",
    [
        *("", " ", "x", "====", "%00", "é", "a" * 5_000, write("x", "timeline/OTHER")),
        *map(encoded, ("x", [], {}, 7, None, ["x"], [MARK], [MARK, 7], [MARK, ""], [MARK, "x", "y"])),
        *map(encoded, ([MARK, "x" * 513], [MARK, "\ud800"], [MARK.upper() + "0", "x"])),
        write("x", LIST) + "=",
        write("x", LIST) + "\n",
    ],
)
def test_what_is_no_cursor_of_this_list_is_refused_by_its_field(wrong: str):
    with pytest.raises(InvalidRequest) as raised:
        read(wrong, LIST)
    assert (raised.value.code, raised.value.field) == ("wrong_cursor", "cursor")
