"""Texts that wait for their hours around a change of clocks: none goes by night, none is lost, none goes twice,
whatever queue and scheduler do in between."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.clock import SetClock
from tests.fakes.in_memory import in_memory
from tests.fakes.memory import Memory
from tests.fakes.scheduler import Wake
from tests.fakes.world import World
from twofold.contracts.errors import Unavailable
from twofold.messages.model import MARKETING
from twofold.messages.quiet_hours.zones import clock_of
from twofold.messages.sending.plan import planned

CHANGES = {
    "Europe/Warsaw": ("2026-10-25T01:00", "2027-03-28T01:00"),
    "Europe/London": ("2026-10-25T01:00", "2027-03-28T01:00"),
    "America/New_York": ("2026-11-01T06:00", "2027-03-14T07:00"),
    "America/Santiago": ("2026-09-06T04:00", "2027-04-04T03:00"),
    "Australia/Lord_Howe": ("2026-10-03T15:30", "2027-04-03T15:00"),
    "Africa/Cairo": ("2026-10-29T21:00", "2027-04-29T22:00"),
    "Asia/Kathmandu": ("2026-10-25T01:00",),
}
"""Moments (UTC) at which clocks change there, the last a place where they never do. Source: the IANA zone database."""

EVERY = timedelta(hours=3)
AROUND = timedelta(hours=30)
PATIENCE = timedelta(days=4)
OPENS, CLOSES = 8, 21
"""The brand's hours outside the US; a Polish number adds no law of its own."""


@dataclass
class Waiting:
    """A text to somebody who lives by that zone, planned at that moment."""

    zone: str
    at: datetime

    def __post_init__(self) -> None:
        memory = Memory()
        self.world = World(books=in_memory(memory), clock=SetClock(self.at))
        self.world.confirmed()
        memory.leads[self.world.lead_id()] = replace(self.world.lead(), attributes={"zone": self.zone})
        self.message = self.world.plan()
        self.sent_at: list[datetime] = []

    def bring(self) -> str:
        """The queue hands the event over, and again for as long as it fails."""
        for _ in range(5):
            try:
                return self.noted(self.world.send(planned(self.message)))
            except Unavailable:
                self.world.clock.forward(seconds=54)
        raise AssertionError("it ended among the dead letters")

    def noted(self, ended: str) -> str:
        if ended == "accepted":
            self.sent_at.append(self.world.clock())
        return ended

    def next(self) -> Wake | None:
        """The schedule that fires next; its name is free again."""
        return self.world.scheduler.fire(self.at + PATIENCE)

    def to(self, moment: datetime) -> None:
        self.world.clock.at = max(self.world.clock.at, moment)

    def rest(self) -> None:
        while wake := self.next():
            self.to(wake.at)
            self.bring()


Trouble = Callable[[Waiting], None]


def none_at_all(text: Waiting) -> None:
    text.bring()


def brought_thrice(text: Waiting) -> None:
    for _ in range(3):
        text.bring()
        text.world.clock.forward(minutes=20)


def cut_off_before_the_schedule(text: Waiting) -> None:
    text.world.scheduler.down = True
    with suppress(Unavailable):
        text.noted(text.world.send(planned(text.message)))
    text.world.scheduler.down = False
    text.bring()


def woken_early(text: Waiting) -> None:
    text.bring()
    if wake := text.next():
        text.to(wake.at - timedelta(minutes=10))
        text.bring()


def woken_a_second_early_while_the_schedule_is_still_there(text: Waiting) -> None:
    text.bring()
    if wake := text.next():
        text.to(wake.at - timedelta(seconds=1))
        text.world.scheduler.waiting[wake.name] = wake
        text.bring()
        text.world.scheduler.waiting.pop(wake.name, None)


def woken_fourteen_hours_late(text: Waiting) -> None:
    text.bring()
    if wake := text.next():
        text.to(wake.at + timedelta(hours=14))
        text.bring()


def woken_twice(text: Waiting) -> None:
    text.bring()
    if wake := text.next():
        text.to(wake.at)
        text.bring()
        text.bring()


TROUBLES: tuple[Trouble, ...] = (
    none_at_all,
    brought_thrice,
    cut_off_before_the_schedule,
    woken_early,
    woken_a_second_early_while_the_schedule_is_still_there,
    woken_fourteen_hours_late,
    woken_twice,
)


def moments(zone: str) -> Iterator[datetime]:
    for change in CHANGES[zone]:
        at = datetime.fromisoformat(change).replace(tzinfo=UTC)
        for step in range(-int(AROUND / EVERY), int(AROUND / EVERY) + 1):
            yield at + step * EVERY


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.__name__)
@pytest.mark.parametrize("zone", CHANGES)
def test_a_text_that_waits_goes_once_and_by_day(zone: str, trouble: Trouble):
    tried = 0
    for at in moments(zone):
        text = Waiting(zone, at)
        trouble(text)
        text.rest()
        assert sent(text) == 1, f"{at}: {text.world.message(text.message).why}"
        hour = text.sent_at[0].astimezone(clock_of(zone)).hour
        assert OPENS <= hour < CLOSES, f"{at}: it went at {hour} o'clock"
        tried += 1
    assert tried >= 21


def sent(text: Waiting) -> int:
    return sum(sms.message_class == MARKETING for sms in text.world.gateway.sent)


def test_a_text_whose_end_comes_first_is_never_put_off_for_nothing():
    night = datetime(2026, 11, 22, 22, tzinfo=UTC)
    text = Waiting("Europe/Warsaw", night)
    text.message = text.world.plan(expires_at=night + timedelta(hours=2))
    assert text.bring() == "expired"
    assert text.next() is None


def test_the_check_catches_a_scheduler_that_forgets():
    text = Waiting("Europe/Warsaw", datetime(2026, 11, 22, 22, tzinfo=UTC))
    text.bring()
    text.world.scheduler.waiting.clear()
    text.rest()
    assert sent(text) == 0
