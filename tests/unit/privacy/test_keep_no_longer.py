"""Retention over days of leads, of which each sweep has time for some."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest

from tests.fakes.clock import SetClock
from tests.fakes.samples import ANNA
from tests.fakes.world import World
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import RetentionSettings
from twofold.leads.model import Lead
from twofold.leads.ports import LeadMoved
from twofold.privacy.erase import EraseLead
from twofold.privacy.keep_no_longer import FIRST_DAY, PATIENCE, KeepNoLonger
from twofold.privacy.model import Erasure
from twofold.privacy.ports import Reached


@dataclass
class Days:
    """`leads` of the first day; `each` passes with every one of them. `seen` are all that were looked at."""

    clock: SetClock
    leads: list[str]
    each: timedelta = timedelta(0)
    reached: dict[str, Reached] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)

    def of_day(self, day: date, after: str | None) -> Iterator[str]:
        for lead_id in sorted(self.leads) if day == FIRST_DAY else ():
            if lead_id > (after or ""):
                yield lead_id
                self.seen.append(lead_id)
                self.clock.forward(seconds=self.each.total_seconds())

    def done_through(self, what: str) -> Reached:
        return self.reached.get(what, Reached(None, None))

    def come_to(self, what: str, lead_id: str, at: datetime) -> None:
        self.reached[what] = Reached(self.done_through(what).day, lead_id)

    def done(self, what: str, day: date, at: datetime) -> None:
        self.reached[what] = Reached(day, None)

    def drop_consents(self, lead_id: str, through: int) -> int:
        return through

    def let_go(self, lead: Lead) -> None:
        """Nothing here looks for it again."""

    def look_again(self, lead: Lead, day: date) -> None:
        """Nothing here looks for it again."""


@dataclass
class Marks:
    """Whom retention erased; `moved` finds the lead changed so many times."""

    erased: list[str] = field(default_factory=list)
    moved: int = 0

    def erase(self, erasure: Erasure) -> None:
        if self.moved:
            self.moved -= 1
            raise LeadMoved
        self.erased.append(erasure.mark.lead_id)


def keep(world: World, days: Days, marks: Marks, **kept: int) -> KeepNoLonger:
    leads = world.books.leads
    erase = EraseLead(leads=leads, book=marks, clock=world.clock)
    settings = RetentionSettings(**{"quiet_leads_days": 0, "evidence_days": 0, **kept})
    return KeepNoLonger(keeping=days, leads=leads, erase=erase, settings=settings, clock=world.clock)


@pytest.fixture
def world() -> World:
    made = World()
    made.clock.at = datetime.combine(FIRST_DAY, datetime.min.time(), made.clock().tzinfo)
    return made


def test_each_lead_of_a_day_is_looked_at_once_however_many_sweeps_it_takes(world: World):
    days = Days(world.clock, [f"LEAD{number}" for number in range(7)], each=PATIENCE / 2)
    world.clock.forward(days=31)
    sweep = keep(world, days, Marks(), evidence_days=30)
    while days.done_through("evidence") != (FIRST_DAY, None):
        before = len(days.seen)
        sweep()
        assert len(days.seen) > before, "it stands still"
    assert days.seen == sorted(days.leads)


def test_a_lead_that_moves_as_it_is_erased_goes_all_the_same(world: World):
    world.confirmed()
    days, marks = Days(world.clock, [world.lead_id()]), Marks(moved=2)
    world.clock.forward(days=31)
    assert keep(world, days, marks, quiet_leads_days=30)() == 1
    assert marks.erased == [world.lead_id(ANNA)]


def test_one_that_moves_all_the_time_is_left_to_the_next_sweep(world: World):
    world.confirmed()
    days, marks = Days(world.clock, [world.lead_id()]), Marks(moved=10**9)
    world.clock.forward(days=31)
    with pytest.raises(Unavailable):
        keep(world, days, marks, quiet_leads_days=30)()
    assert days.done_through("quiet") == (None, None)
