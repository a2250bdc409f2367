"""A scheduler that remembers what is to be woken, and wakes nobody by itself."""

from dataclasses import dataclass, field
from datetime import datetime

from twofold.contracts.errors import Unavailable
from twofold.contracts.events import Envelope


@dataclass(frozen=True, slots=True)
class Wake:
    name: str
    at: datetime
    event: Envelope


@dataclass(slots=True)
class FakeScheduler:
    """`waiting` by name; `asked` are the names of every call. While `down`, nothing is taken."""

    waiting: dict[str, Wake] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    down: bool = False

    def wake(self, name: str, at: datetime, event: Envelope) -> None:
        self.asked.append(name)
        if self.down:
            raise Unavailable("The scheduler did not answer.")
        self.waiting.setdefault(name, Wake(name, at, event))

    def fire(self, until: datetime) -> Wake | None:
        """The next that is due by then; its name is free again, as schedules go once they are done."""
        due = min(self.waiting.values(), key=lambda wake: (wake.at, wake.name), default=None)
        return self.waiting.pop(due.name) if due and due.at <= until else None
