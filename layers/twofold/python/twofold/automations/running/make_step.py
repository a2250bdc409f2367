"""What a step makes: a text that is planned, a code, a change of the lead, a note."""

from dataclasses import dataclass, replace
from typing import Any

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import AnyStep, ChangeStage, IssueCode, Notify, Send, Tag
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.enrolments.events import exited, stepped
from twofold.automations.enrolments.step_done import StepDone
from twofold.automations.facts.look import Look
from twofold.automations.running.plan_text import PlanText
from twofold.contracts.causes import AUTOMATION
from twofold.contracts.events import Envelope
from twofold.leads.change import LeadChange
from twofold.leads.drawn import CodeDraw, NewCode
from twofold.leads.model import STAGES, Lead
from twofold.ledger.record import record


class NothingToGive(Exception):
    """There is no code to be had: what comes after would speak of nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeStep:
    plan_text: PlanText
    draw_code: CodeDraw

    def __call__(
        self, automation: Automation, step: AnyStep, look: Look, after: Enrolment, taken: int
    ) -> StepDone:
        """All that becomes true with the step. Raises NothingToGive."""
        assert look.lead is not None
        match step:
            case Send():
                message, event, told = self.plan_text(automation, step, look)
                return _done(after, step, look, (event,), told, message=message)
            case IssueCode():
                return self._issue(step, look, look.lead, after, taken)
            case Tag():
                change = LeadChange.tagged(look.lead, add=step.add, remove=step.remove, at=look.at)
                return _changed(after, step, look, change)
            case ChangeStage():
                change = _forward(look.lead, step.to, automation.audience, look)
                return _changed(after, step, look, change)
            case Notify():
                return _done(after, step, look, (), {"whom": step.whom, "note": step.note})
        raise AssertionError(f"a {type(step).__name__} makes nothing")

    def _issue(self, step: IssueCode, look: Look, lead: Lead, after: Enrolment, taken: int) -> StepDone:
        campaign = replace(look.campaign, offer=step.offer, pool=None) if step.offer else look.campaign
        drawn = self.draw_code(campaign, look.at, taken)
        if not isinstance(drawn, NewCode):
            raise NothingToGive
        event = _issued(drawn, lead, after, look)
        has = replace(after, gave=drawn.code)
        return _done(
            has,
            step,
            look,
            (event,),
            {"code": drawn.code},
            code=drawn,
            lead_version=lead.version,
            codes=lead.codes,
        )


def _issued(code: NewCode, lead: Lead, after: Enrolment, look: Look) -> Envelope:
    return record(
        code.issued("", AUTOMATION),
        subject=lead.lead_id,
        version=lead.version + 1,
        at=look.at,
        origin=after.origin,
        cause=after.enrolment_id,
    )


def _changed(after: Enrolment, step: AnyStep, look: Look, change: LeadChange | None) -> StepDone:
    return _done(after, step, look, (), {}, change=change)


def _forward(lead: Lead, stage: str, by: str, look: Look) -> LeadChange | None:
    """None where they are that far already: only a person moves a lead back."""
    if STAGES.index(stage) <= STAGES.index(lead.stage):
        return None
    return LeadChange.staged(lead, stage, by=by, at=look.at)


def _done(
    after: Enrolment,
    step: AnyStep,
    look: Look,
    events: tuple[Envelope, ...],
    told: dict[str, Any],
    **made: Any,
) -> StepDone:
    all_events = [*events, stepped(after, step, look.at, **told)]
    if after.state == "ended":
        all_events.append(exited(after, look.at))
    return StepDone(after=after, events=tuple(all_events), **made)
