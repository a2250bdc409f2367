"""What settling receipts needs of the outside."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from twofold.contracts.events import Envelope
from twofold.leads.change import LeadChange
from twofold.limits.allowance import Allowance
from twofold.messages.model import Message

Refund = tuple[Allowance, datetime, int]
"""An allowance, the moment it was charged, and how much goes back; less than nothing when more was spent."""


class MessageMoved(Exception):
    """The message rose in the meantime: look again."""


class ReceiptBook(Protocol):
    def by_provider(self, lead_id: str, provider_id: str, since: datetime) -> Message | None:
        """The lead's message that the provider knows by this id, among those that were planned after that moment."""

    def settle(
        self,
        message: Message,
        was: Message,
        events: Sequence[Envelope],
        refunds: Sequence[Refund],
        change: LeadChange | None,
    ) -> None:
        """Store how the message stands and everything that follows: all or nothing. Only what goes back to an allowance
        may get lost on the way; it is never given twice, and what was spent beyond the price is never forgotten.

        Raises MessageMoved when it does not stand as it `was`, LeadMoved when the lead changed.
        """
