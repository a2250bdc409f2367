"""Follows many ways: one after the other, or, where a day has room for so many texts only, all as time goes by."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import heappop, heappush
from itertools import count

from twofold.automations.definition.automation import Daily
from twofold.automations.entering.find_segments import FROM
from twofold.contracts.events import Envelope
from twofold.contracts.instants import from_text

from .find import Find
from .tally import Tally
from .timeline import Timeline
from .timelines import Timelines
from .walk import Walk
from .way import Way

Progress = Callable[[datetime, int], None]
"""How far it has come: the moment of the event that is looked at, and how many leads were followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    find: Find
    timelines: Timelines
    walk: Walk
    tally: Tally
    progress: Progress

    def one_by_one(self) -> None:
        """Each to its end, before the next: of no more than one lead anything is held."""
        for way, timeline, _ in self._ways():
            while self.walk.next(way, timeline):
                self.walk.step(way, timeline)
            self.tally.is_over(way)

    def as_time_goes_by(self) -> None:
        """All together, in the order of their moments; of each that is not over little is held."""
        under_way: list[tuple[datetime, int, Way]] = []
        order = count()
        for way, _, first in self._ways():
            while under_way and under_way[0][0] < first:
                self._go_on(under_way, order)
            heappush(under_way, (first, next(order), way))
        while under_way:
            self._go_on(under_way, order)

    def _go_on(self, under_way: list[tuple[datetime, int, Way]], order: Iterator[int]) -> None:
        """The earliest takes one step."""
        _, _, way = heappop(under_way)
        timeline = self.timelines.of(way.lead_id)
        assert timeline is not None
        self.walk.step(way, timeline)
        following = self.walk.next(way, timeline)
        if following:
            heappush(under_way, (following, next(order), way))
        else:
            self.tally.is_over(way)

    def _ways(self) -> Iterator[tuple[Way, Timeline, datetime]]:
        """Each lead's, with its first moment: the ways begin in the order of these."""
        followed = 0
        for event in self.find.candidates():
            timeline = self.timelines.of(event.subject)
            if timeline is None:
                self._gone()
            elif self.find.is_first(event, timeline):
                way = self._way(event, timeline)
                first = self.walk.next(way, timeline)
                if first:
                    yield way, timeline, first
                followed += 1
                self.progress(from_text(event.time), followed)

    def _way(self, event: Envelope, timeline: Timeline) -> Way:
        """It begins with the event, or with the first of its days: what was before cannot have set anything off."""
        days = self.find.days(timeline)
        begin = datetime.combine(days[0], FROM, UTC) if days else from_text(event.time)
        heard = bisect_left(timeline.happened, begin, key=lambda happened: happened[0])
        return Way(event.subject, heard=heard, days=days)

    def _gone(self) -> None:
        if not isinstance(self.find.automation.trigger, Daily):
            self.tally.gone()
