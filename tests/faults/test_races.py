"""However many ask at once, each right is given out as often as it exists; the checks see what a mistake would do."""

import pytest

from tests.faults import mutants
from tests.faults.contests import (
    Weather,
    codes,
    confirmations,
    guesses,
    one_lead_one_code,
    redemptions,
    settled,
    texts,
)
from tests.faults.people import People
from tests.faults.wire import Wire
from twofold.leads.verification import GUESSES

MOST_TEXTS = 3
STORM = {"meets another transaction": 0.3, "never hears the answer": 0.03}


def test_of_64_guesses_at_once_five_are_compared(people: People):
    assert guesses(people, 64) == GUESSES


def test_a_code_is_spent_once_however_many_tills_ask_at_once(people: People):
    assert all(settled(told) for told in redemptions(people, codes(people, 20), tills=20))


def test_of_2000_redemptions_of_100_codes_100_win_though_transactions_meet_and_answers_are_lost(
    people: People, wire: Wire
):
    drawn, weather = codes(people, 100), Weather(STORM)
    with wire.watched(weather):
        told = redemptions(people, drawn, tills=20)
    print(f"{weather.struck} of {len(wire.calls)} exchanges went wrong")
    assert weather.struck > 200
    assert all(settled(each) for each in told)


def test_a_challenge_confirmed_many_times_at_once_makes_one_lead_and_one_code(people: People):
    answers, found = confirmations(people, challenges=1, times=5)
    found.tells_one_story()
    assert one_lead_one_code(answers, found)
    assert found.lead
    assert found.lead.version == 1


def test_several_challenges_of_a_number_confirmed_at_once_make_one_lead_and_one_code(people: People):
    answers, found = confirmations(people, challenges=5, times=2)
    found.tells_one_story()
    assert one_lead_one_code(answers, found)


def test_200_sign_ups_of_a_number_at_once_send_three_texts(people: People):
    assert len(texts(people, 200)) == MOST_TEXTS


def test_the_check_catches_a_guess_that_is_read_and_then_written(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    mutants.guesses_read_then_written(monkeypatch)
    assert guesses(people, 64) > GUESSES


def test_the_check_catches_a_code_that_is_read_and_then_written(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    mutants.read_then_write(monkeypatch)
    assert not all(settled(told) for told in redemptions(people, codes(people, 20), tills=20))


def test_the_check_catches_a_lead_that_is_read_and_then_written(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    mutants.read_then_write(monkeypatch)
    answers, found = confirmations(people, challenges=5, times=2)
    assert not one_lead_one_code(answers, found)


def test_the_check_catches_a_send_log_that_is_read_and_then_written(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    mutants.read_then_write(monkeypatch)
    assert len(texts(people, 60)) > MOST_TEXTS
