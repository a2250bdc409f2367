"""What was true of a lead at a moment that is over, whatever has become of them since."""

from datetime import timedelta

import pytest

from tests.unit.automations.definitions import an_automation
from tests.unit.automations.simulate.town import BEGIN, Happenings, Town
from twofold.automations.simulate.lead_then import LeadThen
from twofold.automations.simulate.things_then import cart_then, code_then
from twofold.automations.simulate.timeline import Timeline
from twofold.contracts.payloads.codes import ReservationRequest
from twofold.leads.change import LeadChange
from twofold.leads.model import Lead

DAY = timedelta(days=1)
NOON = BEGIN
then = LeadThen(lambda event: ("marketing",), timedelta(days=30))


@pytest.fixture
def town() -> Town:
    town = Town()
    town.join()
    return town


def timeline(town: Town) -> Timeline:
    lead = town.lead()
    return Timeline.read(lead, Happenings(town.books).subject(lead.lead_id), an_automation())


def lead(town: Town, days: float) -> Lead:
    found = then(timeline(town), NOON + timedelta(days=days))
    assert found
    return found


def change(town: Town, made: LeadChange | None) -> None:
    assert made
    town.books.leads.change(made)


def test_before_they_joined_there_was_no_lead(town):
    assert then(timeline(town), NOON - DAY) is None
    assert lead(town, 0).status == "confirmed"


def test_whoever_left_and_came_back_was_away_between(town):
    town.forward(days=1)
    town.stop()
    town.forward(days=1)
    town.start()
    town.forward(days=1)
    assert [lead(town, days).status for days in (0.5, 1.5, 2.5)] == ["confirmed", "opted_out", "confirmed"]
    assert [lead(town, days).scopes for days in (0.5, 1.5, 2.5)] == [("marketing",), (), ("marketing",)]


def test_a_lead_from_before_the_ledger_was_one_all_along(town):
    known = Timeline(town.lead(), ())
    found = then(known, NOON - 300 * DAY)
    assert found
    assert found.status == "confirmed"


def test_a_tag_was_theirs_while_it_was(town):
    change(town, LeadChange.tagged(town.lead(), add=("keen", "old"), remove=(), at=NOON + DAY))
    change(town, LeadChange.tagged(town.lead(), add=(), remove=("old",), at=NOON + 2 * DAY))
    assert [set(lead(town, days).tags) for days in (0.5, 1.5, 2.5)] == [set(), {"keen", "old"}, {"keen"}]


def test_a_stage_is_the_one_that_they_had_reached(town):
    change(town, LeadChange.staged(town.lead(), "mql", by="us", at=NOON + DAY))
    change(town, LeadChange.staged(town.lead(), "customer", by="us", at=NOON + 2 * DAY))
    assert [lead(town, days).stage for days in (0.5, 1.5, 2.5)] == ["subscriber", "mql", "customer"]


def test_a_number_that_rests_is_held_back_for_so_long(town):
    change(town, LeadChange.held(town.lead(), "resting", until=NOON + 31 * DAY, failures=3, at=NOON + DAY))
    at = [NOON + days * DAY for days in (0, 1, 30, 31)]
    assert [lead(town, (moment - NOON).days).held(moment) for moment in at] == [
        None,
        "resting",
        "resting",
        None,
    ]


def test_doubtful_words_hold_back_until_somebody_has_read_them(town):
    town.forward(days=1)
    town.doubt()
    assert lead(town, 40).held(NOON + 40 * DAY) == "review"


def test_days_of_activity_are_counted_as_they_came(town):
    town.forward(days=1)
    town.say()
    town.say()
    town.forward(days=2)
    town.click()
    found = [(lead(town, days).active_days, lead(town, days).active_on) for days in (0.5, 1.5, 3.5)]
    assert found == [(1, "2026-11-01"), (2, "2026-11-02"), (3, "2026-11-04")]


def test_a_code_was_good_until_it_was_spent_and_again_once_that_was_taken_back(town):
    town.forward(days=1)
    town.redeem()
    town.forward(days=1)
    town.roll_back()
    code = town.books.codes.find(town.lead().codes[0])
    stood = [code_then(code, NOON + timedelta(days=days), ()) for days in (0.5, 1.5, 2.5)]
    assert [each.state for each in stood] == ["issued", "redeemed", "rolled_back"]
    assert [each.spent for each in stood] == [False, True, False]


def test_a_code_that_has_expired_since_had_not(town):
    town.forward(days=31, hours=1)
    town.world.codes.lapse()
    code = town.books.codes.find(town.lead().codes[0])
    assert code.state == "expired"
    assert code_then(code, NOON + DAY, ()).fault(NOON + DAY) is None
    assert code_then(code, NOON + 50 * DAY, ()).fault(NOON + 50 * DAY) == "expired"


def test_a_cart_held_a_code_for_its_while(town):
    code = town.lead().codes[0]
    town.forward(days=1)
    town.world.codes.reserve(code, ReservationRequest(cart_id="cart-1"))
    town.forward(minutes=5)
    town.world.codes.release(code, "cart-1")
    kept, line = town.books.codes.find(code), timeline(town)
    held = NOON + DAY + timedelta(minutes=1)
    assert code_then(kept, held, line.until(held)).state == "reserved"
    later = held + timedelta(minutes=10)
    assert code_then(kept, later, line.until(later)).state == "issued"


def test_a_cart_is_what_was_told_of_it_last_and_ordered_from_then_on(town):
    town.forward(days=1)
    town.cart()
    town.acts = 1
    town.forward(days=1)
    town.cart()
    town.forward(days=1)
    town.order()
    (cart_id,) = town.memory.carts
    line, now = timeline(town), town.carts.find(cart_id)
    carts = [
        cart_then(cart_id, now, line.until(NOON + timedelta(days=days))) for days in (0.5, 1.5, 2.5, 3.5)
    ]
    told = [(cart.amount, cart.state) if cart else None for cart in carts]
    assert told == [None, (1_000, "open"), (1_001, "open"), (1_001, "ordered")]
