"""Who gets nothing, and who gets which wording."""

import hashlib

import pytest

from tests.unit.automations.definitions import DAY_7, an_automation
from twofold.automations.definition.steps import Send, Variant
from twofold.automations.entering.lots import is_held_out, wording_of
from twofold.campaigns.pace import REAL, Pace

LEADS = [hashlib.sha256(str(number).encode()).hexdigest()[:26] for number in range(100_000)]
HALF_POINT = 0.5

A_THIRD = Send(
    id="day-7",
    variants=(
        Variant(name="short", template="reminder", share=2),
        Variant(name="long", template="last_reminder", share=1),
    ),
)


def held_out(holdout: int, automation_id: str = "unused-code") -> set[str]:
    automation = an_automation(automation_id=automation_id, holdout=holdout)
    return {lead for lead in LEADS if is_held_out(automation, lead, REAL)}


def percent(leads: set[str], of: int = len(LEADS)) -> float:
    return 100 * len(leads) / of


@pytest.mark.parametrize("holdout", [0, 1, 5, 20, 50])
def test_of_a_hundred_thousand_leads_the_holdout_is_right_within_half_a_point(holdout: int):
    assert percent(held_out(holdout)) == pytest.approx(holdout, abs=HALF_POINT)


def test_it_is_the_same_leads_each_time_and_others_in_another_automation():
    assert held_out(5) == held_out(5)
    assert percent(held_out(5) & held_out(5, "re-engage")) == pytest.approx(0.25, abs=0.1)


def test_more_held_out_are_the_same_and_some_besides():
    assert held_out(5) < held_out(10)


def test_where_days_take_seconds_nobody_is_left_out():
    assert not any(is_held_out(an_automation(holdout=50), lead, Pace(4)) for lead in LEADS[:1000])


def test_of_a_hundred_thousand_leads_each_wording_has_its_share_within_half_a_point():
    automation = an_automation(A_THIRD)
    short = {lead for lead in LEADS if wording_of(automation, A_THIRD, lead) == ("reminder", "short")}
    assert percent(short) == pytest.approx(200 / 3, abs=HALF_POINT)
    assert short == {lead for lead in LEADS if wording_of(automation, A_THIRD, lead)[1] == "short"}


def test_the_wording_does_not_hang_on_who_is_held_out():
    automation = an_automation(A_THIRD, holdout=50)
    left = [lead for lead in LEADS if not is_held_out(automation, lead, REAL)]
    short = {lead for lead in left if wording_of(automation, A_THIRD, lead)[1] == "short"}
    assert percent(short, len(left)) == pytest.approx(200 / 3, abs=HALF_POINT)


def test_a_step_with_one_wording_has_no_variant():
    assert wording_of(an_automation(), DAY_7, "LEAD") == ("reminder", None)
