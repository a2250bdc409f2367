"""However many ask at once, a tap proves one visit and makes one lead; the checks see what a mistake would do."""

import pytest

from tests.faults import mutants
from tests.faults.contests_taps import earned, verified
from tests.faults.people import People


def test_of_50_who_open_the_link_of_one_tap_at_once_one_is_proved_by_it(people: People):
    assert verified(people, 50) == (1, 49)


def test_of_50_numbers_that_are_confirmed_on_one_tap_at_once_one_becomes_a_lead_with_a_code(people: People):
    assert earned(people, 50).in_order


def test_the_check_catches_a_counter_that_is_read_and_then_written(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    mutants.read_then_write(monkeypatch)
    assert verified(people, 50)[0] > 1


def test_the_check_catches_a_tap_that_is_looked_at_and_then_given(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    mutants.read_then_write(monkeypatch)
    found = earned(people, 50)
    assert found.leads > 1
    assert not found.in_order
