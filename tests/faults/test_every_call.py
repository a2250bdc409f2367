"""Whichever call goes wrong, and however: nothing is lost, nothing happens twice, nothing stays half done."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tests.faults import (
    flows_answers,
    flows_assets,
    flows_automations,
    flows_codes,
    flows_events,
    flows_meetings,
    flows_orders,
    flows_planned,
    flows_pools,
    flows_receipts,
    flows_referrals,
    flows_texts,
    flows_till,
    flows_visitors,
    flows_webhooks,
    mutants,
    mutants_codes,
)
from tests.faults.every_call import Trial
from tests.faults.faults import FAULTS, Fault
from tests.faults.flows import Flow
from tests.faults.people import People
from tests.faults.wire import Wire
from twofold.pools.draw import DrawCode

SHORT = (*flows_visitors.FLOWS, *flows_till.FLOWS, *flows_texts.FLOWS, *flows_events.FLOWS)
LONG = (
    *flows_planned.FLOWS,
    *flows_answers.FLOWS,
    *flows_receipts.FLOWS,
    *flows_meetings.FLOWS,
    *flows_assets.FLOWS,
    *flows_referrals.FLOWS,
    *flows_automations.FLOWS,
    *flows_webhooks.FLOWS,
)
"""Of these, `make test` tries the worst that can happen to a call, and `make prove` all of it."""

SHOP = (*flows_codes.FLOWS, *flows_pools.FLOWS, *flows_orders.FLOWS)
"""Of these, `make test` tries the worst that can happen to a write, and `make prove` all of it to any call."""

FLOWS = (*SHORT, *LONG, *SHOP)
WORST = ("dies before it", "dies after it", "is throttled", "never hears the answer")
WRITES = ("TransactWriteItems", "BatchWriteItem", "PutItem", "UpdateItem", "DeleteItem")


@pytest.fixture(autouse=True)
def looking_from(monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = DrawCode.__init__.__kwdefaults__
    assert defaults
    monkeypatch.setitem(defaults, "draw_start", flows_pools.START)


def tried(flow: Flow, people: People, wire: Wire, faults: Sequence[Fault] = FAULTS) -> Trial:
    trial = Trial(flow, people, wire).run(faults)
    print(f"{flow}: {trial.points} points")
    assert not trial.broken, "\n".join([f"{len(trial.broken)} of {trial.points} points:", *trial.broken])
    return trial


@pytest.mark.parametrize("flow", SHORT, ids=str)
def test_no_single_failing_call_breaks_a_promise(flow: Flow, people: People, wire: Wire):
    assert tried(flow, people, wire).points >= flow.points, "fewer points than there were"


@pytest.mark.parametrize("flow", LONG, ids=str)
def test_nor_does_the_worst_that_can_happen_to_one(flow: Flow, people: People, wire: Wire):
    worst = [fault for fault in FAULTS if fault.name in WORST]
    # Six ways for each call, of the twelve or, where it writes, fourteen that there are.
    assert tried(flow, people, wire, worst).points >= flow.points * 6 // 14, "fewer points than there were"


@pytest.mark.parametrize("flow", SHOP, ids=str)
def test_nor_does_the_worst_that_can_happen_to_a_write(flow: Flow, people: People, wire: Wire):
    worst = [replace(f, fits=lambda call: call.operation in WRITES) for f in FAULTS if f.name in WORST]
    assert tried(flow, people, wire, worst).points >= 6, "nothing was written"


@pytest.mark.prove
@pytest.mark.parametrize("flow", [*LONG, *SHOP], ids=str)
def test_nor_does_anything_that_can_happen_to_one(flow: Flow, people: People, wire: Wire):
    assert tried(flow, people, wire).points >= flow.points, "fewer points than there were"


@pytest.mark.parametrize(
    ("flow", "mistake", "fault"),
    [
        ("redemption", mutants.events_after_the_state, "dies after it"),
        ("confirmation", mutants.events_after_the_state, "dies after it"),
        ("visit by a link", mutants.events_after_the_state, "dies after it"),
        ("tap", mutants.events_after_the_state, "dies after it"),
        ("asset changed", mutants.events_after_the_state, "dies after it"),
        ("verification text", mutants.lost_texts_tried_again, "never hears the answer"),
        ("code text", mutants.claims_taken_for_sent, "dies before it"),
        ("marketing text", mutants.lost_texts_tried_again, "never hears the answer"),
        ("deferred text", mutants.schedules_taken_for_made, "is throttled"),
        ("entering an automation", mutants.steps_taken_for_scheduled, "is throttled"),
        ("step that sends", mutants.steps_taken_for_scheduled, "cannot connect"),
        ("step that gives a code", mutants.events_after_the_state, "dies after it"),
        ("STOP", mutants.events_after_the_state, "dies after it"),
        ("yes to an invitation", mutants.events_after_the_state, "dies after it"),
        ("receipt: delivered", mutants.everything_asked_again, "never hears the answer"),
        ("redemption within limits", mutants_codes.limits_charged_after, "dies after it"),
        ("confirmation out of a pool", mutants_codes.coupons_taken_out_after, "dies after it"),
        ("order with a code", mutants.events_after_the_state, "dies after it"),
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
