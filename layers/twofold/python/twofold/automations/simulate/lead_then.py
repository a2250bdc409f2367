"""A lead as they stood at a moment that is over, as their timeline tells."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from twofold.automations.entering.hear_event import is_activity
from twofold.contracts.events import (
    CodeIssued,
    Envelope,
    LeadConfirmed,
    LeadImported,
    LeadOptedIn,
    LeadOptedOut,
    LeadReturned,
    LeadStageChanged,
    LeadUpdated,
    ReferralCompleted,
)
from twofold.contracts.instants import day_of
from twofold.leads.change import RESTING, VERIFY_AGAIN
from twofold.leads.model import Lead

from .timeline import Timeline

ScopesOf = Callable[[Envelope], tuple[str, ...]]
"""What a lead agreed to as they confirmed."""


@dataclass(slots=True)
class LeadThen:
    """Their number, language and attributes are what they are now; tags and stage are reckoned back from now."""

    scopes_of: ScopesOf
    rest: timedelta

    def __call__(self, timeline: Timeline, at: datetime) -> Lead | None:
        """None before they were one. Who was a lead before the timeline begins was one all along."""
        then = _Then(_at_first(timeline), timeline.lead.scopes)
        for moment, event in timeline.until(at):
            self._happened(then, event, moment)
        if then.lead.status == "unknown":
            return None
        tags, stage = _reckoned_back(timeline, at)
        return replace(then.lead, tags=tags, stage=stage)

    def _happened(self, then: "_Then", event: Envelope, at: datetime) -> None:
        match event.data:
            case LeadConfirmed() | LeadReturned():
                then.agreed = self.scopes_of(event)
                then.change(status="confirmed", scopes=then.agreed, hold=None, held_until=None)
            case LeadImported(status=status):
                then.change(status=status, scopes=then.agreed if status == "confirmed" else ())
            case LeadOptedOut():
                then.change(status="opted_out", scopes=(), left_at=at, **then.kept())
            case LeadOptedIn():
                then.change(status="confirmed", scopes=then.agreed, **then.kept())
            case LeadUpdated(changed=changed, hold=hold) if "hold" in changed:
                then.change(hold=hold, held_until=at + self.rest if hold == RESTING else None)
            case CodeIssued(code=code) | ReferralCompleted(code=code):
                then.change(codes=(*then.lead.codes, code))
        awake = is_activity(event.data) or isinstance(event.data, LeadConfirmed | LeadReturned)
        if awake and then.lead.status != "unknown":
            then.active(day_of(at))


@dataclass(slots=True)
class _Then:
    """`agreed` is what they agreed to before they left."""

    lead: Lead
    agreed: tuple[str, ...]

    def change(self, **changes: Any) -> None:
        self.lead = replace(self.lead, **changes)

    def kept(self) -> dict[str, Any]:
        """Neither leaving nor coming back by text proves who has the number now."""
        return {} if self.lead.hold == VERIFY_AGAIN else {"hold": None, "held_until": None}

    def active(self, day: str) -> None:
        if self.lead.active_on is None or self.lead.active_on < day:
            self.change(active_on=day, active_days=self.lead.active_days + 1)


def _at_first(timeline: Timeline) -> Lead:
    return replace(
        timeline.lead,
        status="unknown" if timeline.confirms else "confirmed",
        codes=(),
        hold=None,
        held_until=None,
        failures=0,
        left_at=None,
        active_on=None,
        active_days=0,
    )


def _reckoned_back(timeline: Timeline, at: datetime) -> tuple[tuple[str, ...], str]:
    """Tags and stage: what came and went since is undone, the last first."""
    tags, stage = timeline.lead.tags, timeline.lead.stage
    for moment, event in reversed(timeline.happened):
        if moment <= at:
            break
        if isinstance(event.data, LeadUpdated):
            tags = (*(tag for tag in tags if tag not in event.data.tagged), *event.data.untagged)
        elif isinstance(event.data, LeadStageChanged):
            stage = event.data.was
    return tags, stage
