"""Finds, once a day, who is in the daily segments: through an index, and never by looking at all leads."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from twofold.automations.definition.automation import Daily
from twofold.automations.ports import ActivityBook, DailyBook, DailyRun, StepRunner
from twofold.contracts.instants import Clock

FROM = time(7)
"""UTC: then the day's work begins, so that what it sets off lies in most people's daytime."""

MOST, MISSED, PATIENCE = 100, 7, timedelta(seconds=40)
"""Leads that are handed over at once; days that are made up for; how long one sweep goes on."""

ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindSegments:
    runs: DailyBook
    activity: ActivityBook
    runner: StepRunner
    clock: Clock

    def __call__(self) -> int:
        """Hand over who is found; answer how many. What one sweep does not reach, the next goes on with.

        Raises Unavailable; who was handed over before is handed over again, and enters once.
        """
        began, found = self.clock(), 0
        for run in self.runs.daily():
            for after in self._find(run, began):
                self.runs.keep(after.run)
                found += after.leads
                if self.clock() - began >= PATIENCE:
                    return found
        return found

    def _find(self, run: DailyRun, began: datetime) -> Iterator["_Handed"]:
        """A hundred leads at a time are handed over, then it is told how far that went; each day ends without any."""
        assert isinstance(run.automation.trigger, Daily)
        quiet = timedelta(days=run.automation.trigger.quiet_days)
        for day in _days(run, began):
            behind = run.after if run.day == day else None
            found = self.activity.last_active_on(day - quiet, behind)
            while leads := tuple(islice(found, MOST)):
                self.runner.enter(run.automation, day, leads)
                yield _Handed(replace(run, day=day, after=leads[-1]), len(leads))
            yield _Handed(replace(run, day=day, after=None), 0)


@dataclass(frozen=True, slots=True)
class _Handed:
    run: DailyRun
    leads: int


def _days(run: DailyRun, at: datetime) -> Iterator[date]:
    """The day that was begun, and those after it that have come: today alone for one that never ran."""
    last = at.date() if at.time() >= FROM else at.date() - ONE
    first = last if run.day is None else run.day if run.after else run.day + ONE
    day = max(first, last - ONE * MISSED)
    while day <= last:
        yield day
        day += ONE
