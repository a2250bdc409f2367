"""Automations: what lets leads in, does the steps that are due, and lets them out again."""

from functools import cache
from typing import TYPE_CHECKING

from twofold.adapters.dynamodb.activity import DynamoActivityBook
from twofold.adapters.dynamodb.automations import DynamoAutomationBook
from twofold.adapters.dynamodb.enrolments import DynamoEnrolmentBook
from twofold.adapters.dynamodb.limits import DynamoCounter
from twofold.adapters.scheduler import EventBridgeStepScheduler
from twofold.automations.entering.enter import Enter
from twofold.automations.entering.enter_segment import EnterSegment
from twofold.automations.entering.hear_event import HearEvent
from twofold.automations.leaving.leave import Leave
from twofold.automations.running.make_step import MakeStep
from twofold.automations.running.plan_text import PlanText
from twofold.automations.running.postpone import Postpone
from twofold.automations.running.progress import Progress
from twofold.automations.running.run_step import RunStep
from twofold.automations.running.take_step import TakeStep
from twofold.automations.running.timing import Timing
from twofold.automations.running.versions import Versions
from twofold.automations.running.wake import WakeStep
from twofold.campaigns.model import Campaign
from twofold.campaigns.pace import REAL, Pace
from twofold.contracts.events import MessageReceived
from twofold.contracts.instants import now
from twofold.contracts.settings import SendingSettings, StepScheduleSettings
from twofold.messages.sending.opening import opening_hours

from .automation_sources import automation_sources
from .code_draw import code_draw
from .shared import database, site
from .texts import leads

if TYPE_CHECKING:
    from twofold.automations.declines.tag_reason import TagReason

_sources = automation_sources()
_automations = DynamoAutomationBook()
_book = DynamoEnrolmentBook(database())
_timing = Timing(opening=opening_hours(SendingSettings.from_env()))
_wake = WakeStep(scheduler=EventBridgeStepScheduler(StepScheduleSettings.from_env()))
_paced = site().env == "local"


def _pace_of(campaign: Campaign) -> Pace:
    """Only on one machine may a campaign's days go by faster than they do."""
    return campaign.pace if _paced else REAL


_enter = Enter(sources=_sources, book=_book, timing=_timing, wake=_wake, pace_of=_pace_of, clock=now)


def hear_event() -> HearEvent:
    return HearEvent(
        automations=_automations,
        activity=DynamoActivityBook(),
        tag_reason=_tag_reason,
        leave=Leave(automations=_automations, book=_book, wake=_wake, clock=now),
        enter=_enter,
        clock=now,
    )


def _tag_reason(lead_id: str, data: MessageReceived) -> str | None:
    """The tables of words are loaded for the first answer."""
    return _reasons()(lead_id, data)


@cache
def _reasons() -> "TagReason":
    from .declined import tag_reason

    return tag_reason()


def run_step() -> RunStep:
    return RunStep(
        sources=_sources,
        versions=Versions(automations=_automations, timing=_timing),
        book=_book,
        postpone=Postpone(timing=_timing, counter=DynamoCounter()),
        take=TakeStep(
            book=_book,
            make=MakeStep(plan_text=PlanText(pace_of=_pace_of), draw_code=code_draw()),
            progress=Progress(timing=_timing),
        ),
        wake=_wake,
        pace_of=_pace_of,
        clock=now,
    )


def enter_segment() -> EnterSegment:
    return EnterSegment(automations=_automations, leads=leads(), enter=_enter, clock=now)
