"""Answers in memory: stored once, with all that they change."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.fakes.changes import judge, make
from tests.fakes.memory import Memory
from twofold.contracts.instants import now
from twofold.leads.change import LeadChange
from twofold.limits.allowance import Allowance
from twofold.messages.model import Message
from twofold.messages.replies.ports import AnsweredEnough, Told

OPEN = "open"


@dataclass(frozen=True, slots=True)
class InMemoryReplyBook:
    memory: Memory

    def receive(
        self,
        received: Told,
        change: LeadChange | None,
        answers: Sequence[Told],
        charge: Allowance | None = None,
    ) -> bool:
        with self.memory.lock:
            stories, at = (received, *answers), now()
            if received[0].message_id in self.memory.messages:
                return False
            judge(self.memory, change)
            if charge and not self.memory.fits(charge, at):
                raise AnsweredEnough
            if charge:
                self.memory.take(charge, at)
            make(self.memory, change)
            for message, event in stories:
                self.memory.messages[message.message_id] = message
                self.memory.append(event)
            return True

    def for_review(self, most: int) -> Sequence[Message]:
        with self.memory.lock:
            waiting = [message for message in self.memory.messages.values() if message.review == OPEN]
            return sorted(waiting, key=lambda message: message.planned_at)[:most]

    def waiting_of(self, lead_id: str) -> Sequence[str]:
        with self.memory.lock:
            mine = [m for m in self.memory.messages.values() if m.lead_id == lead_id]
            return [message.message_id for message in mine if message.review == OPEN]

    def reviewed(self, message_id: str) -> bool:
        with self.memory.lock:
            stored = self.memory.messages.get(message_id)
            if stored is None or stored.review != OPEN:
                return False
            self.memory.messages[message_id] = replace(stored, review=None)
            return True
