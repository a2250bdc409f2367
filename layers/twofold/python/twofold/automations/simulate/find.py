"""Finds whose ways are to be followed: each lead once, with no list of those who were."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from twofold.automations.definition.automation import Automation, Daily
from twofold.automations.entering.hear_event import is_activity, plain
from twofold.contracts import events
from twofold.contracts.events import Envelope, LeadConfirmed, LeadReturned
from twofold.ledger.record import first_id

from .arrive import is_trigger
from .period import Period
from .ports import Happenings
from .timeline import Timeline

PAGE = 1_000
"""Events that are read at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    happenings: Happenings
    automation: Automation
    period: Period

    def candidates(self) -> Iterator[Envelope]:
        """The events by which leads come into question, oldest first."""
        begin, end = self._looked_through()
        after = first_id(begin)
        while page := list(self.happenings.since(after, end, PAGE)):
            yield from filter(self._counts, (events.read(row.event) for row in page if self._may(row.type)))
            after = page[-1].event_id

    def is_first(self, event: Envelope, timeline: Timeline) -> bool:
        """Whether the lead comes into question by this event first: by the others they have been met already."""
        begin, end = self._looked_through()
        mine = (e for at, e in timeline.happened if begin <= at < end and self._counts(e))
        first = next(mine, None)
        return first is not None and first.id == event.id

    def days(self, timeline: Timeline) -> list[date]:
        """The days on which the lead may be in a daily segment, in order."""
        trigger = self.automation.trigger
        if not isinstance(trigger, Daily):
            return []
        begin, end = self._looked_through()
        active = {at.date() for at, e in timeline.happened if begin <= at < end and _shows_activity(e)}
        return sorted(day + timedelta(days=trigger.quiet_days) for day in active)

    def _looked_through(self) -> tuple[datetime, datetime]:
        trigger, period = self.automation.trigger, self.period
        if not isinstance(trigger, Daily):
            return period.begin, min(period.end, period.seen_until + timedelta(milliseconds=1))
        quiet = timedelta(days=trigger.quiet_days)
        return period.begin - quiet, period.end - quiet

    def _counts(self, event: Envelope) -> bool:
        if isinstance(self.automation.trigger, Daily):
            return _shows_activity(event)
        return is_trigger(self.automation, event)

    def _may(self, kind: str) -> bool:
        """Seen before an event is read: of a day's events few are of this kind."""
        trigger = self.automation.trigger
        return isinstance(trigger, Daily) or plain(kind) == plain(trigger.event)


def _shows_activity(event: Envelope) -> bool:
    return is_activity(event.data) or isinstance(event.data, LeadConfirmed | LeadReturned)
