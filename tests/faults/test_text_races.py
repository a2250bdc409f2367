"""However many texts want to leave at once: caps, budgets and a STOP hold; the checks see what a mistake would do."""

from time import monotonic

import pytest

from tests.faults import mutants
from tests.faults.contests_texts import Spent, automations, spending, stops
from tests.faults.people import People

RULES = ("day_budget", "campaign_day_budget", "campaign_budget")


@pytest.mark.parametrize("cap", [1, 3])
def test_of_100_automations_on_one_lead_as_many_texts_go_as_the_cap_allows(people: People, cap: int):
    ended = automations(people, 100, cap)
    assert ended == {"accepted": cap, "cap_day": 100 - cap}


def test_the_check_catches_a_cap_that_is_read_and_then_written(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    mutants.read_then_write(monkeypatch)
    assert automations(people, 40, cap=1)["accepted"] > 1


def proven(told: list[tuple[int, int]], texts: int) -> None:
    """Some went before each STOP, none was claimed after it, and none of them all got through."""
    before = sum(early for early, _ in told)
    print(f"{len(told)} leads: {before} texts before their STOP, {sum(late for _, late in told)} after")
    assert all(early > 0 for early, _ in told)
    assert not any(late for _, late in told)
    assert before < len(told) * texts, "no STOP ever came in the middle"


def test_no_text_is_claimed_once_a_stop_is_stored_in_the_middle_of_the_queue(people: People):
    proven(stops(people, leads=40, texts=10), 10)


@pytest.mark.prove
def test_nor_of_10000_texts_to_500_leads(people: People):
    proven(stops(people, leads=500, texts=20), 20)


def told(spent: Spent, began: float) -> None:
    seconds = monotonic() - began
    print(f"{spent.kept} of {spent.most} kept, {spent.taken} taken, {dict(spent.ended)}, {seconds:.0f} s")


def within(spent: Spent) -> bool:
    return spent.kept <= spent.taken <= spent.most


@pytest.mark.parametrize("rule", RULES)
def test_no_budget_is_passed_by_a_cent_and_hardly_anything_of_it_is_left(people: People, rule: str):
    began = monotonic()
    spent = spending(people, 120, rule, cents=300)
    told(spent, began)
    assert within(spent)
    assert spent.most - spent.kept <= spent.slack
    assert set(spent.ended) == {"accepted", rule}


def test_nor_is_it_when_receipts_give_back_in_the_middle(people: People):
    began = monotonic()
    spent = spending(people, 120, "day_budget", cents=300, receipts=True)
    told(spent, began)
    assert within(spent)
    assert spent.ended["accepted"] > 60, "what came back was never spent"


@pytest.mark.prove
@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("receipts", [False, True])
def test_nor_by_1000_texts_at_once(people: People, rule: str, receipts: bool):
    began = monotonic()
    spent = spending(people, 1_000, rule, cents=3_000, receipts=receipts)
    told(spent, began)
    assert within(spent)
    assert receipts or spent.most - spent.kept <= spent.slack


def test_the_check_catches_a_budget_that_is_read_and_then_written(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    mutants.budgets_read_then_written(monkeypatch)
    assert not within(spending(people, 120, "day_budget", cents=300))


def test_the_check_catches_a_claim_that_does_not_ask_for_consent(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    mutants.consent_taken_for_given(monkeypatch)
    assert any(late for _, late in stops(people, leads=24, texts=10))
