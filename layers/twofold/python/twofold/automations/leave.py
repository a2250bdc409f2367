"""Ends what a lead is in, as soon as something is heard that ends it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.errors import NotFound
from twofold.contracts.events import (
    CodeExpired,
    CodeRedeemed,
    CodeRevoked,
    Envelope,
    EventData,
    LeadOptedOut,
    MessageClicked,
    MessageReceived,
    OrderPlaced,
)
from twofold.contracts.instants import Clock, from_text

from .definition import Exit
from .enrolment import Enrolment
from .ports import AutomationBook, EnrolmentBook, EnrolmentMoved
from .telling import exited
from .wake import WakeStep

TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    automations: AutomationBook
    book: EnrolmentBook
    wake: WakeStep
    clock: Clock

    def __call__(self, event: Envelope) -> int:
        """End each one that the event ends, once; answer how many there were. Raises Unavailable."""
        reason = exit_of(event.data)
        if reason is None:
            return 0
        heard_at = from_text(event.time)
        return sum(self._end(each, reason) for each in self._ended_by(event, reason, heard_at))

    def _ended_by(self, event: Envelope, reason: Exit, at: datetime) -> Iterator[Enrolment]:
        for enrolment in self.book.of_lead(event.subject):
            running = enrolment.state == "running" and enrolment.entered_at <= at
            if running and _concerns(enrolment, event.data) and self._ends(enrolment, reason):
                yield enrolment

    def _ends(self, enrolment: Enrolment, reason: Exit) -> bool:
        of, automation_id, version = enrolment.campaign_id, enrolment.automation_id, enrolment.version
        try:
            return reason in self.automations.version(of, automation_id, version).ends
        except NotFound:
            return True

    def _end(self, enrolment: Enrolment, reason: Exit) -> bool:
        for _ in range(TRIES):
            at = self.clock()
            after = enrolment.ended(reason, at)
            try:
                self.book.end(after, exited(after, at))
            except EnrolmentMoved:
                found = self.book.find(enrolment.lead_id, enrolment.key)
                if found is None or found.state != "running" or found.run != enrolment.run:
                    return False
                enrolment = found
                continue
            self.wake.cancel(enrolment)
            return True
        # Its next step asks for the truth anyway.
        return False


def exit_of(data: EventData) -> Exit | None:
    """What an event ends."""
    match data:
        case CodeRedeemed():
            return "redeemed"
        case OrderPlaced():
            return "ordered"
        case LeadOptedOut():
            return "opted_out"
        case CodeExpired() | CodeRevoked():
            return "code_over"
        case MessageClicked(human=True):
            return "clicked"
        case MessageReceived():
            return "replied"
    return None


def _concerns(enrolment: Enrolment, data: EventData) -> bool:
    """What is about one code ends for that one alone; what is about none ends with any that is spent."""
    if isinstance(data, CodeRedeemed):
        return enrolment.code in (None, data.code)
    if isinstance(data, CodeExpired | CodeRevoked):
        return enrolment.code == data.code
    return True
