"""When the next step is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.marketing import is_marketing
from twofold.automations.definition.steps import WEEKDAYS, AnyStep, Until, Wait
from twofold.campaigns.pace import Pace
from twofold.leads.model import Lead
from twofold.messages.quiet_hours.brand import DEFAULT
from twofold.messages.quiet_hours.places import NoLegalMoment, Recipient, places
from twofold.messages.sending.opening import OpeningFor

UTC_ZONE = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What is to be done next, and when: not before the waits in front of it, and a marketing text in its hours."""

    step: AnyStep
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """`opening` tells when marketing may go."""

    opening: OpeningFor

    def next(
        self, automation: Automation, after: str | None, since: datetime, lead: Lead, pace: Pace
    ) -> NextStep | None:
        """The step behind `after` (None: the first), as seen from `since`; None when there is none."""
        shown = pace.shown(since)
        for step in behind(automation, after):
            if step.waits:
                shown = over(step, shown, lead)
            else:
                at = max(pace.comes(shown, since), since)
                return NextStep(step=step, at=self.open(step, at, lead, pace))
        return None

    def open(self, step: AnyStep, at: datetime, lead: Lead, pace: Pace) -> datetime:
        """The first moment from `at` on at which the step may be done: only a marketing text has hours."""
        if lead.phone is None or not is_marketing(step):
            return at
        try:
            opening = self.opening(lead.phone, lead, pace.shown(at))
        except NoLegalMoment:
            # Whoever sends says so, and the message tells why it did not go.
            return at
        return at if opening.at <= pace.shown(at) else pace.comes(opening.at, at)


def over(wait: AnyStep, shown: datetime, lead: Lead) -> datetime:
    """When a wait is over that began when the campaign's clock showed `shown`."""
    if isinstance(wait, Until):
        return _local(wait, shown, zone_of(lead))
    return shown + span_of(wait) if isinstance(wait, Wait) else shown


def behind(automation: Automation, after: str | None) -> Iterator[AnyStep]:
    """The steps, waits and all, that come after the one of this id; all of them where there is none."""
    steps = iter(automation.steps)
    if after is not None:
        for step in steps:
            if step.id == after and not step.waits:
                break
    yield from steps


def waits_before(automation: Automation, step_id: str) -> tuple[AnyStep, ...]:
    """The waits that stand right before a step."""
    waits: list[AnyStep] = []
    for step in automation.steps:
        if step.waits:
            waits.append(step)
        elif step.id == step_id:
            break
        else:
            waits = []
    return tuple(waits)


def span_of(wait: Wait) -> timedelta:
    return timedelta(days=wait.days, hours=wait.hours, minutes=wait.minutes)


def zone_of(lead: Lead) -> ZoneInfo:
    """Where the lead lives, as far as is known: what they stated, else the first zone of their number's area."""
    if lead.phone is None:
        return UTC_ZONE
    given = lead.attributes or {}
    recipient = Recipient(phone=lead.phone, zone=given.get("zone"), postcode=given.get("postcode"))
    try:
        return places(recipient, DEFAULT)[0].zone
    except NoLegalMoment:
        return UTC_ZONE


def _local(until: Until, shown: datetime, zone: ZoneInfo) -> datetime:
    """The first moment from `shown` on at which the wall clock says so; where it is put forward, the moment after."""
    wall = shown.astimezone(zone)
    days = (wall.date() + timedelta(days=ahead) for ahead in range(9))
    clock = time.fromisoformat(until.time)
    moments = (
        datetime.combine(day, clock, zone).astimezone(UTC_ZONE) for day in days if _on(until, day.weekday())
    )
    return next(moment for moment in moments if moment >= shown).astimezone(shown.tzinfo)


def _on(until: Until, weekday: int) -> bool:
    return not until.weekdays or WEEKDAYS[weekday] in until.weekdays
