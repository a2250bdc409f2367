"""Whichever call goes wrong, and however: nothing is lost, nothing happens twice, nothing stays half done."""

from collections.abc import Callable

import pytest

from tests.faults import (
    flows_answers,
    flows_events,
    flows_planned,
    flows_receipts,
    flows_texts,
    flows_till,
    flows_visitors,
    mutants,
)
from tests.faults.every_call import Trial
from tests.faults.faults import FAULTS
from tests.faults.flows import Flow
from tests.faults.people import People
from tests.faults.wire import Wire

FLOWS = (
    *flows_visitors.FLOWS,
    *flows_till.FLOWS,
    *flows_texts.FLOWS,
    *flows_events.FLOWS,
    *flows_planned.FLOWS,
    *flows_answers.FLOWS,
    *flows_receipts.FLOWS,
)


@pytest.mark.parametrize("flow", FLOWS, ids=str)
def test_no_single_failing_call_breaks_a_promise(flow: Flow, people: People, wire: Wire):
    trial = Trial(flow, people, wire).run()
    print(f"{flow}: {trial.points} points")
    assert not trial.broken, "\n".join([f"{len(trial.broken)} of {trial.points} points:", *trial.broken])
    assert trial.points >= flow.points, "fewer points than there were"


@pytest.mark.parametrize(
    ("flow", "mistake", "fault"),
    [
        ("redemption", mutants.events_after_the_state, "dies after it"),
        ("confirmation", mutants.events_after_the_state, "dies after it"),
        ("verification text", mutants.lost_texts_tried_again, "never hears the answer"),
        ("code text", mutants.claims_taken_for_sent, "dies before it"),
        ("marketing text", mutants.lost_texts_tried_again, "never hears the answer"),
        ("deferred text", mutants.schedules_taken_for_made, "is throttled"),
        ("STOP", mutants.events_after_the_state, "dies after it"),
        ("yes to an invitation", mutants.events_after_the_state, "dies after it"),
        ("receipt: delivered", mutants.everything_asked_again, "never hears the answer"),
        ("relay", mutants.refused_entries_overlooked, "is half done"),
        ("repair", mutants.refused_entries_overlooked, "is half done"),
    ],
)
def test_the_check_catches(
    flow: str,
    mistake: Callable[[pytest.MonkeyPatch], None],
    fault: str,
    people: People,
    wire: Wire,
    monkeypatch: pytest.MonkeyPatch,
):
    mistake(monkeypatch)
    put = next(each for each in FLOWS if each.name == flow)
    assert Trial(put, people, wire).run(tuple(f for f in FAULTS if f.name == fault)).broken
