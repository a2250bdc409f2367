"""What nobody does on a street: time, clocks, schedules, the bus, the provider; and the marketer, who is far away."""

from dataclasses import replace
from functools import partial
from typing import TypeVar

import msgspec
from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.unit.automations.engine.people import TOTAL, People
from tests.unit.automations.engine.scripts import LONGER, UNUSED
from twofold.contracts.errors import OutcomeUnknown, Unavailable

T = TypeVar("T")


class Weather(People):
    @rule(hours=st.floats(0.1, 240))
    def time_goes_by(self, hours: float) -> None:
        self.street.forward(hours=hours)

    @rule(seconds=st.floats(0.1, 3))
    def the_clock_jumps_back(self, seconds: float) -> None:
        self.street.clock.forward(seconds=-seconds)

    @rule(hours=st.floats(1, 20))
    def schedules_oversleep(self, hours: float) -> None:
        self.street.asleep = True
        self.street.forward(hours=hours)
        self.street.asleep = False
        self.street.fire()

    @rule(what=st.sampled_from(["down", "drops", "fine"]))
    def the_scheduler_is(self, what: str) -> None:
        self.street.steps.down, self.street.steps.drops = what == "down", what == "drops"

    @rule(number=st.integers(0, 2))
    def a_schedule_is_lost(self, number: int) -> None:
        for name in _one(sorted(self.street.steps.waiting), number):
            self.street.steps.waiting.pop(name)
            TOTAL["schedules lost"] += 1

    @rule(number=st.integers(0, 10))
    def a_schedule_fires_again(self, number: int) -> None:
        for due in _one(self.street.fired, number):
            self.street.insist(partial(self.street.engine.run, due))
            TOTAL["replayed"] += 1
        self.street.listen()

    @rule(hours=st.floats(24, 250))
    def whoever_does_a_step_is_not_alone(self, hours: float) -> None:
        self.street.enrolments.meanwhile[:] = [self._the_same_again]
        self.street.forward(hours=hours)

    def _the_same_again(self) -> None:
        if self.street.fired:
            self.street.engine.run(self.street.fired[-1])
            TOTAL["steps at once"] += 1

    @rule(number=st.integers(0, 40))
    def an_event_is_heard_again(self, number: int) -> None:
        for event in self.street.events[number : number + 1]:
            self.street.insist(partial(self.street.engine.hear, event))
        self.street.listen()

    @rule(slow=st.booleans())
    def the_bus_is(self, slow: bool) -> None:
        """Nothing is heard while it is slow, then all of it, in order."""
        self.street.deaf = slow
        self.street.listen()

    @rule(kind=st.sampled_from([Unavailable("down"), OutcomeUnknown("lost"), None]), many=st.integers(1, 3))
    def the_provider_fails(self, kind: Exception | None, many: int) -> None:
        self.street.gateway.faults[:] = [kind] * many

    @rule(
        longer=st.booleans(),
        move=st.sampled_from([True, True, False]),
        on=st.sampled_from([True, True, True, False]),
    )
    def the_marketer_changes_her_mind(self, longer: bool, move: bool, on: bool) -> None:
        wanted = msgspec.structs.replace(LONGER if longer else UNUSED, on=on)
        self.street.engine.save(wanted, move=move)
        TOTAL["versions"] += 1

    @rule(paused=st.booleans())
    def the_campaign_pauses(self, paused: bool) -> None:
        self.shadow.running = not paused
        self.street.campaign = replace(self.street.campaign, paused=paused)
        self.street.world.books.upkeep.put_campaign(self.street.campaign)


def _one(of: list[T], number: int) -> list[T]:
    """The one that is so far from the beginning, counted round; none of none."""
    return [of[number % len(of)]] if of else []
