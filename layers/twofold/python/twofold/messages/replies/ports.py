"""What answering people needs of the outside."""

from collections.abc import Sequence
from typing import Protocol

from twofold.contracts.events import Envelope
from twofold.leads.change import LeadChange
from twofold.limits.allowance import Allowance
from twofold.messages.model import Message

Told = tuple[Message, Envelope]
"""A message, and the event that goes with it."""


class AnsweredEnough(Exception):
    """The number has had as many answers as it may get."""


class ReplyBook(Protocol):
    def receive(
        self,
        received: Told,
        change: LeadChange | None,
        answers: Sequence[Told],
        charge: Allowance | None = None,
    ) -> bool:
        """Store an answer, what it changes of the lead, the texts it asks for and what they are charged to.

        All or nothing. False when this very answer was stored before; then nothing changes. Raises LeadMoved when the
        lead, or its consent chain, is not as the change takes it to be; AnsweredEnough when the allowance is used up.
        """

    def for_review(self, most: int) -> Sequence[Message]:
        """The oldest answers that wait for a person."""

    def waiting_of(self, lead_id: str) -> Sequence[str]:
        """The ids of this lead's answers that wait for a person."""

    def reviewed(self, message_id: str) -> bool:
        """Take an answer off the list; False when it is not on it."""


class KeywordBook(Protocol):
    def asset_of(self, keyword: str) -> str | None:
        """The id of the asset that this keyword (upper case) belongs to, at most some seconds old."""
