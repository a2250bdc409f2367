"""What forgetting people, and telling them what is kept, needs of the outside."""

from collections.abc import Sequence
from typing import Protocol

from twofold.contracts.events import Envelope
from twofold.messages.model import Message

from .model import Erasure, Forgotten


class ErasureBook(Protocol):
    def erase(self, erasure: Erasure) -> None:
        """Make the mark, its consent link and its event true together; nothing else stays on the lead's row.

        Raises LeadMoved when the lead is not as it was read.
        """


class Traces(Protocol):
    """One kind of traces that a person leaves."""

    def forget(self, person: Forgotten) -> int:
        """Remove what is left of them; answer how many rows had something to remove, 0 when there was nothing left.

        Done again, it goes on where it ended. Raises Unavailable, also when a part of it has to wait.
        """


class History(Protocol):
    def subject(self, subject_id: str) -> list[Envelope]:
        """Everything that happened to a subject, oldest first."""


class Texts(Protocol):
    def of(self, lead_id: str, most: int) -> Sequence[Message]:
        """The newest of a lead's texts, those they sent us too, the oldest of them first."""


class Commerce(Protocol):
    """What a lead has ordered, or left in a cart: the newest ids, the oldest of them first."""

    def orders_of(self, lead_id: str, most: int) -> Sequence[str]: ...

    def carts_of(self, lead_id: str, most: int) -> Sequence[str]: ...
