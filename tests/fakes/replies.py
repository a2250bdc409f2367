"""Answers in memory: stored once, with all that they change."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.fakes.changes import judge, make
from tests.fakes.memory import Memory
from twofold.leads.change import LeadChange
from twofold.messages.model import Message
from twofold.messages.replies.ports import Told

OPEN = "open"


@dataclass(frozen=True, slots=True)
class InMemoryReplyBook:
    memory: Memory

    def receive(self, received: Told, change: LeadChange | None, answers: Sequence[Told]) -> bool:
        with self.memory.lock:
            stories = (received, *answers)
            if any(message.message_id in self.memory.messages for message, _ in stories):
                return False
            judge(self.memory, change)
            make(self.memory, change)
            for message, event in stories:
                self.memory.messages[message.message_id] = message
                self.memory.append(event)
            return True

    def for_review(self, most: int) -> Sequence[Message]:
        with self.memory.lock:
            waiting = [message for message in self.memory.messages.values() if message.review == OPEN]
            return sorted(waiting, key=lambda message: message.planned_at)[:most]

    def reviewed(self, message_id: str) -> bool:
        with self.memory.lock:
            stored = self.memory.messages.get(message_id)
            if stored is None or stored.review != OPEN:
                return False
            self.memory.messages[message_id] = replace(stored, review=None)
            return True
