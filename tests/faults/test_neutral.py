"""Nobody learns from an answer, nor from what it took to give it, whether a number is known here."""

from typing import Any

import pytest

from tests.faults import mutants
from tests.faults.people import People, fresh_address
from tests.faults.platform import request
from tests.faults.sorts import DOORS, SORTS, Door, knock, masked
from tests.faults.wire import Wire


def told(people: People, wire: Wire, door: Door, sort: str) -> tuple[Any, list[str]]:
    """The answer, and the calls that were made for it."""

    def ask(path: str, body: Any) -> tuple[Any, list[str]]:
        handle = people.process.start("register_leads")
        with wire.watched() as calls:
            answer = request(handle, "POST", path, body, address=fresh_address())
        return masked(answer["statusCode"], answer["headers"], answer["body"]), list(map(str, calls))

    return knock(people, door, sort, ask)  # type: ignore[no-any-return]


def differ(people: People, wire: Wire, door: Door) -> list[str]:
    """The sorts that are not treated as an unknown number is."""
    usual = told(people, wire, door, "unknown")
    assert usual[0][0] in (202, 422)
    return [sort for sort in SORTS if told(people, wire, door, sort) != usual]


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_six_sorts_of_number_get_the_same_answer_by_the_same_calls(door: Door, people: People, wire: Wire):
    assert differ(people, wire, door) == []


def test_the_check_catches_a_sign_up_that_spares_itself_work(
    people: People, wire: Wire, monkeypatch: pytest.MonkeyPatch
):
    mutants.confirmed_numbers_waved_through(monkeypatch)
    assert differ(people, wire, DOORS[0]) == ["confirmed"]


def test_the_check_catches_a_refusal_that_tells_of_the_days_guesses(
    people: People, wire: Wire, monkeypatch: pytest.MonkeyPatch
):
    mutants.used_up_guesses_told(monkeypatch)
    assert differ(people, wire, DOORS[2]) == ["rate limited"]
