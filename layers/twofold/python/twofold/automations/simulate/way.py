"""What would have become of one lead so far: small, since many may be under way at a time."""

from dataclasses import dataclass, field
from datetime import date, datetime

from twofold.automations.enrolments.enrolment import Enrolment
from twofold.codes.model import DiscountCode
from twofold.contracts.events import EventData
from twofold.messages.model import MARKETING, Message


@dataclass(slots=True)
class Text:
    """A text that would have been planned by `step`. `due_at`: it waits until then; `sent_at`: it would have gone."""

    message: Message
    step: str
    enrolment_id: str
    variant: str | None
    due_at: datetime | None
    sent_at: datetime | None = None

    @property
    def counts(self) -> bool:
        """Whether it takes a place under the lead's cap."""
        return self.sent_at is not None and self.message.message_class == MARKETING


@dataclass(slots=True)
class Way:
    """`heard` is how many events of the timeline are behind it, `days` the days of a segment that are before it.

    `counted`: the lead is, in the answer. `changes` are what became of their tags and stage, `moved` the steps of
    enrolments whose moment quiet hours have moved.
    """

    lead_id: str
    heard: int = 0
    counted: bool = False
    days: list[date] = field(default_factory=list)
    enrolments: dict[str, Enrolment] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    codes: dict[str, DiscountCode] = field(default_factory=dict)
    changes: list[EventData] = field(default_factory=list)
    moved: set[tuple[str, str]] = field(default_factory=set)

    def due(self) -> Enrolment | None:
        """The one whose next step comes first."""
        running = (one for one in self.enrolments.values() if one.state == "running" and one.due_at)
        return min(running, key=lambda one: one.due_at or one.since, default=None)

    def waiting_text(self) -> Text | None:
        """The text that goes first of those that have still to go."""
        waiting = (text for text in self.texts.values() if text.due_at)
        return min(waiting, key=lambda text: text.due_at or text.message.planned_at, default=None)
