"""Leads who leave by other ways than a STOP, and numbers that were switched off."""

from contextlib import nullcontext
from dataclasses import dataclass, replace

import pytest

from tests.fakes.people import holding
from tests.fakes.samples import ANNA, BEN, CARA
from tests.fakes.world import World
from twofold.contracts.errors import Unavailable
from twofold.leads.change import VERIFY_AGAIN, LeadChange


@dataclass
class Moving:
    """A book in which the lead changes before each of our changes, so many times."""

    world: World
    times: int

    def change(self, change: LeadChange) -> None:
        if self.times:
            self.times -= 1
            lead = self.world.lead()
            self.world.books.leads.change(holding(lead, None, failures=lead.failures + 1))
        self.world.books.leads.change(change)

    def __getattr__(self, name: str) -> object:
        return getattr(self.world.books.leads, name)


class TestOptOut:
    def opt_out(self, world: World) -> bool:
        return world.signups.opt_out(world.lead_id(), source="page", text="unsubscribe", message_id=None)

    def test_who_leaves_is_told_of_once(self, world: World):
        world.confirmed()
        assert [self.opt_out(world), self.opt_out(world)] == [True, False]
        assert [e.type for e in world.timeline()].count("lead.opted_out.v1") == 1

    def test_somebody_we_do_not_know_leaves_too(self, world: World):
        assert self.opt_out(world)
        assert world.lead().status == "opted_out"

    @pytest.mark.parametrize(("times", "left"), [(9, True), (10, False)])
    def test_it_looks_again_as_long_as_it_makes_sense(self, world: World, times: int, left: bool):
        world.confirmed()
        world.signups.opt_out = replace(world.signups.opt_out, book=Moving(world, times))  # type: ignore[arg-type]
        with nullcontext() if left else pytest.raises(Unavailable):
            assert self.opt_out(world)
        assert (world.lead().status == "opted_out") is left


class TestNumbersSwitchedOff:
    def test_those_of_leads_must_be_confirmed_anew(self, world: World):
        for phone in (ANNA, CARA):
            world.confirmed(phone)
        told = world.signups.deactivate([f"{ANNA},2026-11-20", "", f'"{BEN[1:]}";x', "phone,date", "12"])
        assert (told.numbers, told.held, told.faults) == (2, 1, [4, 5])
        assert world.lead(ANNA).hold == VERIFY_AGAIN
        assert world.lead(CARA).hold is None
        assert world.go(world.plan(ANNA)) == "held_verify_again"

    def test_the_same_file_again_changes_nothing(self, world: World):
        world.confirmed()
        world.signups.deactivate([ANNA, ANNA])
        version = world.lead().version
        assert world.signups.deactivate([ANNA]).held == 0
        assert world.lead().version == version == 2

    def test_who_has_left_stays_so(self, world: World):
        world.confirmed()
        world.books.upkeep.mark_lead(world.lead_id(), "opted_out")
        assert world.signups.deactivate([ANNA]).held == 0
        assert world.lead().status == "opted_out"

    def test_many_lines_are_looked_up_in_batches(self, world: World):
        phones = [f"+4860123{n:04d}" for n in range(250)]
        for phone in (phones[0], phones[150], phones[-1]):
            world.confirmed(phone)
        assert world.signups.deactivate(phones).held == 3


def test_a_template_is_tried_on_a_phone_of_one_s_own(world: World):
    message_id = world.texts.try_template("buffet-20", "reminder", "601 234 567")
    assert world.go(world.message(message_id)) == "accepted"
    (sms,) = world.gateway.sent
    assert (sms.to.e164, sms.message_class) == (ANNA, "staff")
    assert "SAMPLE-CODE" in sms.text
    assert world.books.leads.lead(world.lead_id()) is None
