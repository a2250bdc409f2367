"""What automations need of the outside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from twofold.automations.definition.automation import Automation
from twofold.automations.enrolments.enrolment import Enrolment, StepDue
from twofold.automations.enrolments.step_done import StepDone
from twofold.contracts.events import Envelope


class AutomationMoved(Exception):
    """Somebody saved the automation since it was read: look again."""


class EnrolmentMoved(Exception):
    """The enrolment is not as whoever changes it has read it: look again, or leave it to whom was quicker."""


class ToldBefore(Exception):
    """A text that may go only once has been planned already."""


class AutomationBook(Protocol):
    def of_campaign(self, campaign_id: str) -> Sequence[Automation]:
        """The newest version of each, on or off, by id; at most ten seconds old."""

    def version(self, campaign_id: str, automation_id: str, version: int) -> Automation:
        """One version as it was saved: it never changes. Raises NotFound."""


class AutomationRegister(AutomationBook, Protocol):
    def current(self, campaign_id: str, automation_id: str) -> Automation | None:
        """The newest version as of this very moment."""

    def save(self, automation: Automation, event: Envelope) -> None:
        """Store the next version and say so: all or nothing.

        Raises AutomationMoved unless the one before it (none before the first) is still the newest.
        """


class EnrolmentBook(Protocol):
    def find(self, lead_id: str, key: str) -> Enrolment | None:
        """The enrolment as it stands now."""

    def of_lead(self, lead_id: str) -> Sequence[Enrolment]:
        """All that a lead is or was in; one that was written within the last second may be missing."""

    def enter(self, enrolment: Enrolment, event: Envelope) -> None:
        """Store the first enrolment of its key, or (`run` above 1) the next one after that which ended; and say so.

        Raises EnrolmentMoved when somebody else has stored it, or the one before is not over.
        """

    def step(self, done: StepDone) -> None:
        """Make all of it true, or nothing.

        Raises EnrolmentMoved unless the enrolment still has the revision before, ToldBefore when the message is there,
        LeadMoved when the lead is not as it was read, CodeTaken when the code, or its place, is.
        """

    def put_off(self, after: Enrolment) -> None:
        """Store that the next step comes later: no news to anybody. Raises EnrolmentMoved as `step` does."""

    def end(self, after: Enrolment, event: Envelope) -> None:
        """Store that it is over, and say so. Raises EnrolmentMoved unless it still has the revision before."""


class DueEnrolments(Protocol):
    def due(self, at: datetime) -> Iterator[StepDue]:
        """Running ones that were due within the days before `at`, oldest first. Some may have moved since."""


class StepScheduler(Protocol):
    def wake(self, name: str, at: datetime, due: StepDue, within: timedelta) -> None:
        """Bring `due` back at that moment or up to `within` after it; the same name again changes nothing.

        Raises Unavailable.
        """

    def cancel(self, name: str) -> None:
        """Take it back, if it is still there. Raises Unavailable."""


class StepRunner(Protocol):
    """Hands work over to whoever does the steps, without waiting for it."""

    def run(self, due: StepDue) -> None:
        """A step whose schedule is missing. Raises Unavailable."""

    def enter(self, automation: Automation, day: date, lead_ids: Sequence[str]) -> None:
        """Leads who are in a daily segment as of that day: a hundred at most. Raises Unavailable."""


class ActivityBook(Protocol):
    def touch(self, lead_id: str, at: datetime) -> None:
        """Remember that the lead did something on that day; the same day again, or an older one, changes nothing.

        One whom we do not know stays unknown. Raises Unavailable.
        """

    def last_active_on(self, day: date, after: str | None = None) -> Iterator[str]:
        """The ids of leads who were last active on that day, in an order that stays; `after` goes on behind one."""


class OrdersSince(Protocol):
    def ordered(self, lead_id: str, since: datetime) -> bool:
        """Whether the lead has ordered since then; an order of the last second may be missing."""


class TextsHad(Protocol):
    def templates(self, lead_id: str, since: datetime) -> frozenset[str]:
        """The templates of the texts that a lead was sent since then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyRun:
    """A daily automation that is on, and how far its work has come.

    `day` is the last day that was begun (None: none yet), `after` the last lead that was handed over for it; None when
    the day is done.
    """

    automation: Automation
    day: date | None = None
    after: str | None = None


class DailyBook(Protocol):
    def daily(self) -> Sequence[DailyRun]:
        """Every daily automation that is on, of all campaigns."""

    def keep(self, run: DailyRun) -> None:
        """Store how far it has come; nothing for one that is gone, or off, by now."""
