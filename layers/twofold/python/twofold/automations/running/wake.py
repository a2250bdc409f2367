"""Has an enrolment brought back when its next step is due."""

from dataclasses import dataclass
from datetime import timedelta

from twofold.automations.enrolments.enrolment import Enrolment, due_of
from twofold.automations.ports import StepScheduler
from twofold.contracts.errors import Unavailable

SPREAD_FROM, SPREAD = timedelta(hours=6), timedelta(minutes=10)
"""What is due later than that may come so much after its moment, so that not all who joined by one poster, or were
found by one sweep, come back in one second. What is about a cart comes to the second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WakeStep:
    scheduler: StepScheduler

    def __call__(self, enrolment: Enrolment) -> None:
        """Make its schedule, whose name is its own; nothing for one that waits for nothing. Raises Unavailable."""
        if enrolment.state != "running" or enrolment.due_at is None:
            return
        far = enrolment.cart_id is None and enrolment.due_at - enrolment.since >= SPREAD_FROM
        within = SPREAD if far else timedelta()
        self.scheduler.wake(enrolment.schedule, enrolment.due_at, due_of(enrolment), within)

    def cancel(self, enrolment: Enrolment) -> None:
        """As well as it can be done: what fires all the same finds that nothing is to be done."""
        if enrolment.due_at is None:
            return
        try:
            self.scheduler.cancel(enrolment.schedule)
        except Unavailable:
            return
