"""What a Salesforce and a Klaviyo have in common: they post a whole record whenever one was written."""

from dataclasses import dataclass, field
from typing import Any

from tests.fakes.clock import SetClock
from tests.fakes.crm_habits import Habits
from twofold.contracts.instants import to_text
from twofold.webhooks.ports import Outgoing

NEVER_SPELT = ("Twofold_", "twofold_", "external_id", "Status", "Rating")


@dataclass
class FlatCrm:
    clock: SetClock
    habits: Habits = field(default_factory=Habits)
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    waiting: list[tuple[int, Any]] = field(default_factory=list)
    requests: list[Outgoing] = field(default_factory=list)
    turn: int = 0
    stamp: str = "updated"

    def echoes(self, turn: int) -> list[Any]:
        self.turn = turn + 1
        due = [body for when, body in self.waiting if when <= turn]
        self.waiting = [(when, body) for when, body in self.waiting if when > turn]
        return self.habits.order(due)

    def edit(self, lead_id: str, **fields: Any) -> dict[str, Any]:
        """Somebody there changes a record: what is then posted."""
        self.records[lead_id] |= fields
        return self.posted(lead_id)

    def posted(self, lead_id: str) -> dict[str, Any]:
        return {**self.records[lead_id], self.stamp: to_text(self.clock())}

    def write(self, lead_id: str, fields: dict[str, Any]) -> None:
        spelt = {name: self._spelt(name, value) for name, value in fields.items()}
        self.records.setdefault(lead_id, {}).update(spelt)
        post = self.posted(lead_id) if self.habits.stamps else dict(self.records[lead_id])
        when = self.turn + self.habits.late
        self.waiting.append((when, self.marked(post) if self.habits.admits else post))

    def marked(self, post: dict[str, Any]) -> dict[str, Any]:
        """As one that says that we made the change, where this CRM can say so."""
        return post

    def _spelt(self, name: str, value: Any) -> Any:
        known = name.startswith(NEVER_SPELT) or not isinstance(value, str)
        return value if known else self.habits.spelling(value)
