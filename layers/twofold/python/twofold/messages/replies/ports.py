"""What answering people needs of the outside."""

from collections.abc import Sequence
from typing import Protocol

from twofold.contracts.events import Envelope
from twofold.leads.change import LeadChange
from twofold.messages.model import Message

Told = tuple[Message, Envelope]
"""A message, and the event that goes with it."""


class ReplyBook(Protocol):
    def receive(self, received: Told, change: LeadChange | None, answers: Sequence[Told]) -> bool:
        """Store an answer, what it changes of the lead and the texts it asks for: all or nothing.

        False when this very answer was stored before; then nothing changes. Raises LeadMoved.
        """

    def for_review(self, most: int) -> Sequence[Message]:
        """The oldest answers that wait for a person."""

    def reviewed(self, message_id: str) -> bool:
        """Take an answer off the list; False when it is not on it."""


class KeywordBook(Protocol):
    def asset_of(self, keyword: str) -> str | None:
        """The id of the asset that this keyword (upper case) belongs to, at most some seconds old."""
