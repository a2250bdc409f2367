"""Goes along a lead's way, from each moment at which something happened, or would have, to the next."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from twofold.automations.definition.automation import Automation
from twofold.automations.enrolments.enrolment import due_of
from twofold.automations.entering.find_segments import FROM
from twofold.automations.leaving.leave import Leave
from twofold.automations.running.run_step import RunStep

from .arrive import Arrive, is_trigger
from .period import Period
from .scene import Scene
from .sending import Sending
from .timeline import Timeline
from .way import Way

Coming = tuple[datetime, Callable[[], object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    automation: Automation
    period: Period
    scene: Scene
    arrive: Arrive
    leave: Leave
    run: RunStep
    send: Sending

    def next(self, way: Way, timeline: Timeline) -> datetime | None:
        """The next moment of this way; None when nothing comes any more that is known."""
        moment = min((at for at, _ in self._coming(way, timeline)), default=None)
        return moment if moment and moment <= self.period.seen_until else None

    def step(self, way: Way, timeline: Timeline) -> None:
        """What comes at the next moment: of one moment, what did happen before what would have."""
        at, happens = min(self._coming(way, timeline), key=lambda coming: coming[0])
        self.scene.set(way, timeline, at)
        happens()

    def _coming(self, way: Way, timeline: Timeline) -> Iterator[Coming]:
        """The first of each kind."""
        if way.heard < len(timeline.happened):
            yield timeline.happened[way.heard][0], self._hear
        if way.days:
            yield datetime.combine(way.days[0], FROM, UTC), self._segment
        due = way.due()
        if due and due.due_at:
            yield due.due_at, lambda: self.run(due_of(due))
        text = way.waiting_text()
        if text and text.due_at:
            yield text.due_at, lambda: self.send(text)

    def _hear(self) -> None:
        scene = self.scene
        _, event = scene.timeline.happened[scene.way.heard]
        scene.way.heard += 1
        if event.origin != "live":
            return
        self.leave(event)
        if scene.at in self.period and is_trigger(self.automation, event):
            self.arrive.by_event(event)

    def _segment(self) -> None:
        self.arrive.on_day(self.scene.way.days.pop(0))
