"""A CRM that tells back whatever it is told: two rounds, and then silence, whatever it does to the words."""

import itertools
from collections.abc import Callable
from operator import eq
from typing import Any

import pytest

from tests.fakes.clock import SetClock
from tests.fakes.crm_habits import Habits, shouted, titled
from tests.fakes.crm_hubspot import FakeHubSpot
from tests.fakes.crm_klaviyo import FakeKlaviyo
from tests.fakes.crm_salesforce import FakeSalesforce
from tests.unit.crm.ring import NEVER, Ring
from twofold.crm.inbound import judge
from twofold.crm.inbound.late import Late

CRMS: dict[str, Callable[..., Any]] = {
    "hubspot": FakeHubSpot,
    "salesforce": FakeSalesforce,
    "klaviyo": FakeKlaviyo,
}
HABITS = {
    "says who changed it": Habits(),
    "does not say who changed it": Habits(admits=False),
    "adds when it was changed": Habits(admits=False, stamps=True),
    "spells it anew": Habits(admits=False, spelling=shouted),
    "tells late and backwards": Habits(admits=False, late=2, backwards=True),
    "tells twice": Habits(admits=False, times=2, stamps=True),
    "does all of that": Habits(admits=False, stamps=True, spelling=titled, times=2, late=1, backwards=True),
}


def ring_of(*crms: tuple[str, Habits]) -> Ring:
    clock = SetClock()
    return Ring(crms=[CRMS[name](clock, habits) for name, habits in crms], clock=clock)


def story(ring: Ring, patience: int = NEVER) -> tuple[str, list[int]]:
    """A lead joins, tells their name, is moved on and tagged, and tells another name and a third.

    After `patience` rounds the next thing happens, whoever has still to tell of the last one.
    """
    lead_id = ring.joined(first_name="Anna", city="Wrocław", last_name="Zając")
    rounds = ring.settle(patience)
    ring.patch(lead_id, stage="mql", tags={"add": ["vip"], "remove": []})
    rounds += ring.settle(patience)
    ring.patch(lead_id, attributes={"first_name": "Johanna"})
    rounds += ring.settle(patience)
    ring.patch(lead_id, attributes={"first_name": "Hanna"})
    return lead_id, rounds + ring.settle()


def silent(ring: Ring, rounds: list[int]) -> bool:
    """Every event that there was, was somebody's deed: of all that the CRMs told back, nothing made one."""
    told_back = len(ring.heard) >= len(ring.crms) * DEEDS
    return told_back and sum(rounds) == DEEDS and "applied" not in ring.heard


DEEDS = 6
"""lead.confirmed, lead.updated by the name, lead.updated and lead.stage_changed, two more lead.updated."""


@pytest.mark.parametrize("patience", [1, 2, NEVER])
@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("crm", CRMS)
def test_a_crm_that_tells_back_whatever_it_is_told_changes_nothing(crm: str, habit: str, patience: int):
    ring = ring_of((crm, HABITS[habit]))
    lead_id, rounds = story(ring, patience)
    assert silent(ring, rounds)
    assert _as_told(ring, lead_id)


@pytest.mark.parametrize("pair", list(itertools.combinations(CRMS, 2)), ids=" and ".join)
@pytest.mark.parametrize("patience", [1, 2, NEVER])
@pytest.mark.parametrize("habit", HABITS)
def test_two_crms_that_each_tell_back_what_came_from_the_other_fall_silent(
    pair: tuple[str, str], habit: str, patience: int
):
    one, other = pair
    ring = ring_of((one, HABITS[habit]), (other, HABITS["spells it anew"]))
    lead_id, rounds = story(ring, patience)
    assert silent(ring, rounds)
    assert _as_told(ring, lead_id)


@pytest.mark.parametrize("habits", [HABITS["spells it anew"], HABITS["does all of that"]])
def test_what_somebody_changes_in_one_crm_reaches_the_other_and_is_over_after_two_rounds(habits: Habits):
    ring = ring_of(("hubspot", habits), ("klaviyo", Habits(admits=False, spelling=titled)))
    lead_id = ring.joined(first_name="Anna")
    ring.settle()
    hubspot, klaviyo = ring.crms
    assert isinstance(hubspot, FakeHubSpot)
    assert isinstance(klaviyo, FakeKlaviyo)
    (item,) = ring.hear("hubspot", hubspot.edit(lead_id, firstname="Joanna"))
    assert (item.result, item.changed) == ("applied", ["attributes.first_name"])
    told = len(hubspot.requests)
    rounds = ring.settle()
    assert sum(rounds) == 1, "the change itself, and no echo of it"
    assert len([made for made in rounds if made]) <= 2
    assert len(hubspot.requests) == told, "who told us is not told"
    assert klaviyo.records[lead_id]["first_name"].startswith("Joanna")
    assert (ring.lead(lead_id).attributes or {})["first_name"] == "Joanna"


def test_without_a_sense_of_spelling_two_crms_would_correct_each_other_for_ever(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(judge, "same", eq)
    monkeypatch.setattr(Late, "__call__", lambda *_: False)
    ring = ring_of(
        ("hubspot", Habits(admits=False, spelling=shouted)),
        ("klaviyo", Habits(admits=False, spelling=titled)),
    )
    ring.joined(first_name="Anna")
    assert len(ring.settle()) == NEVER


@pytest.mark.parametrize("crm", CRMS)
def test_without_a_sense_of_time_a_late_echo_would_bring_back_what_was(
    crm: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Late, "__call__", lambda *_: False)
    ring = ring_of((crm, HABITS["tells late and backwards"]))
    _, rounds = story(ring, 1)
    assert not silent(ring, rounds)


def _as_told(ring: Ring, lead_id: str) -> bool:
    lead = ring.lead(lead_id)
    told = {"first_name": "Hanna", "city": "Wrocław", "last_name": "Zając"}
    return (lead.attributes, lead.stage, lead.tags) == (told, "mql", ("vip",))
