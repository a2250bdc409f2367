"""Plans a text: stored and told of, so that it goes out once, however often it is planned."""

from dataclasses import dataclass, replace

from twofold.contracts.events import Envelope, MessagePlanned
from twofold.messages.model import Message
from twofold.messages.ports import MessageBook


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMessage:
    book: MessageBook

    def __call__(self, message: Message) -> bool:
        """False when a message of this id is there already; then nothing changes."""
        return self.book.plan(replace(message, state="planned"), planned(message))


def planned(message: Message) -> Envelope:
    """The event that asks for a planned message to be sent."""
    return message.told(MessagePlanned(**message.named), message.planned_at)
