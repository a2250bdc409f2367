"""Ends what a lead is in, as soon as something is heard that ends it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from twofold.automations.definition.automation import Exit
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.enrolments.events import exited
from twofold.automations.ports import AutomationBook, EnrolmentBook, EnrolmentMoved
from twofold.automations.running.versions import counting
from twofold.automations.running.wake import WakeStep
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
from twofold.messages.replies.model import STOP

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
            if running and _concerns(enrolment, event) and self._ends(enrolment, reason):
                yield enrolment

    def _ends(self, enrolment: Enrolment, reason: Exit) -> bool:
        automation = counting(self.automations, enrolment)
        return automation is None or reason in automation.ends

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
        case MessageReceived(intent=intent):
            # That they are out is told beside it, at the same moment.
            return None if intent == STOP else "replied"
    return None


def _concerns(enrolment: Enrolment, event: Envelope) -> bool:
    """What is about one code ends for that one alone; what is about none ends with any of its campaign's."""
    match event.data:
        case CodeRedeemed(code=code):
            mine = (enrolment.campaign_id,) if enrolment.code is None else ()
            return enrolment.code == code or event.campaign_id in mine
        case CodeExpired(code=code) | CodeRevoked(code=code):
            return code in (enrolment.code, enrolment.gave)
    return True
