"""Lets a lead into an automation: once for each cause, and only where there is something to come."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.marketing import is_marketing
from twofold.automations.definition.steps import Send
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.enrolments.events import entered
from twofold.automations.entering.lots import is_held_out
from twofold.automations.facts.look import Look, Sources
from twofold.automations.leaving.exit_reason import why_over
from twofold.automations.ports import EnrolmentBook, EnrolmentMoved
from twofold.automations.running.timing import Timing
from twofold.automations.running.wake import WakeStep
from twofold.campaigns.model import Campaign
from twofold.campaigns.pace import Pace
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import CodeIssued, EventData
from twofold.contracts.instants import Clock, from_text
from twofold.leads.model import Lead

CODE_TEXT = "code"
"""The template that tells a code: what is sent at once whenever one is issued, by whoever sends texts."""

PaceOf = Callable[[Campaign], Pace]
"""How fast a campaign's days go by in this deployment."""

TRIES = 5

SOON = timedelta(seconds=15)
"""Within it an event is commonly heard, and a lead does what is one act: spends a code, and orders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enter:
    sources: Sources
    book: EnrolmentBook
    timing: Timing
    wake: WakeStep
    pace_of: PaceOf
    clock: Clock

    def __call__(self, automation: Automation, draft: Enrolment, data: EventData | None = None) -> str:
        """Answer entered, held_out, seen, or why they do not enter. `draft` says who, by what, about what.

        Whoever finds its own enrolment stored makes the schedule, which may be missing. Raises Unavailable.
        """
        if not _to_come(automation):
            return "nothing_to_come"
        for turn in range(TRIES):
            before = self.book.find(draft.lead_id, draft.key) if turn or _often(automation, draft) else None
            if before and before.entered_by == draft.entered_by:
                self.wake(before)
                return "seen"
            look = self.sources.look(replace(draft, run=before.run + 1 if before else 1), self.clock(), data)
            if before and not self._may_again(automation, before, look):
                return "seen"
            try:
                return self._enter(automation, look)
            except EnrolmentMoved:
                continue
        raise Unavailable("Too many changes of one enrolment at once.")

    def _may_again(self, automation: Automation, before: Enrolment, look: Look) -> bool:
        # Who was held out stays so, for good: else nobody could be compared with.
        if automation.again.rule != "after" or before.state != "ended":
            return False
        pause = self.pace_of(look.campaign).span(timedelta(days=automation.again.days))
        return look.at - before.entered_at >= pause

    def _enter(self, automation: Automation, look: Look) -> str:
        why_not = _why_not(automation, look)
        if why_not:
            return why_not
        assert look.lead is not None
        missed = self._missed(automation, look)
        if missed:
            return missed
        enrolment = self._first(automation, look, look.lead)
        if "code_over" in automation.ends and _ends_before(enrolment, look):
            return "too_late"
        if is_held_out(automation, enrolment.lead_id, self.pace_of(look.campaign)):
            enrolment = replace(enrolment, state="held_out", step=None, due_at=None)
        self.book.enter(enrolment, entered(enrolment))
        self.wake(enrolment)
        return "held_out" if enrolment.state == "held_out" else "entered"

    def _first(self, automation: Automation, look: Look, lead: Lead) -> Enrolment:
        """With its first step and when that is due."""
        done = _done_already(automation)
        after, pace = (done[-1] if done else None), self.pace_of(look.campaign)
        first = self.timing.next(automation, after, look.at, lead, pace)
        assert first is not None
        return replace(look.enrolment, since=look.at, step=first.step.id, due_at=first.at, done=done)

    def _missed(self, automation: Automation, look: Look) -> str | None:
        """What ended it before it was heard of: only what set it off long ago is worth the reads."""
        happened = look.enrolment.since
        if look.at - happened < SOON:
            return None
        return why_over(automation, self.sources.look(replace(look.enrolment, entered_at=happened), look.at))


def _often(automation: Automation, draft: Enrolment) -> bool:
    """Whether they may well be in it already. Others enter for the first time, which saves a read."""
    return automation.again.rule == "after" or draft.cart_id is not None


def _why_not(automation: Automation, look: Look) -> str | None:
    lead = look.lead
    if lead is None or lead.status != "confirmed":
        return "not_confirmed"
    if not look.campaign.runs(look.at):
        return "campaign_not_running"
    if automation.scope not in lead.scopes and any(map(is_marketing, automation.steps)):
        return "no_consent"
    return None if look.holds(automation.conditions) else "conditions"


def _to_come(automation: Automation) -> bool:
    """Whether there is anything left to be done for whoever enters."""
    return len(automation.acting) > len(_done_already(automation))


def _done_already(automation: Automation) -> tuple[str, ...]:
    """The text with the code goes by itself as soon as there is one, so an automation that begins with it goes on."""
    first = automation.acting[0] if automation.acting else None
    told = isinstance(first, Send) and first.template == CODE_TEXT
    return (first.id,) if first and told else ()


def _ends_before(enrolment: Enrolment, look: Look) -> bool:
    """Whether the code that it is about is over before the first step is due."""
    data = look.data
    ends = from_text(data.expires_at) if isinstance(data, CodeIssued) and data.expires_at else None
    return ends is not None and enrolment.due_at is not None and enrolment.due_at >= ends
