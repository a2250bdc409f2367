"""What forgetting people, and telling them what is kept, needs of the outside."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple, Protocol

from twofold.contracts.events import Envelope
from twofold.leads.model import Lead
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


class Endings(Protocol):
    """Which forgettings have come to their end: everything was gone, and the exports were taken back."""

    def ended(self, person: Forgotten) -> bool:
        """Whether this one has; true as well when what would tell is older than evidence need be, and gone."""

    def end(self, person: Forgotten) -> None:
        """It has."""


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


class Reached(NamedTuple):
    """The last day that is done with, None when none ever was; and of the next one, the last lead, if there is one."""

    day: date | None
    lead_id: str | None


class Keeping(Protocol):
    """Leads by the day on which something last happened to them, and how far retention has come with those days."""

    def of_day(self, day: date, after: str | None) -> Iterator[str]:
        """The ids of leads who were last active, or erased, on that day, in an order that stays.

        `after`: those behind this one, which need not be there any more.
        """

    def done_through(self, what: str) -> Reached:
        """How far it is done. `what`: quiet or evidence."""

    def come_to(self, what: str, lead_id: str, at: datetime) -> None:
        """Of the day behind the last that is done with, all are done with up to this lead."""

    def done(self, what: str, day: date, at: datetime) -> None:
        """That day is done with."""

    def drop_consents(self, lead_id: str, through: int) -> int:
        """Delete the links of a lead's chain up to this one; answer how many there were."""

    def let_go(self, lead: Lead) -> None:
        """Nothing more will happen to this mark by time alone; not if it has become a lead again."""

    def look_again(self, lead: Lead, day: date) -> None:
        """Find this lead on that day, too late as it may be; not if something has happened to them since."""
