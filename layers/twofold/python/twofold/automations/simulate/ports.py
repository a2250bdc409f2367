"""What looking back needs of the outside: only to read."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from twofold.codes.model import DiscountCode
from twofold.contracts.events import Envelope
from twofold.leads.model import Lead
from twofold.ledger.ports import LedgerRow
from twofold.orders.kept import KeptCart


class Happenings(Protocol):
    def since(self, after: str, until: datetime, limit: int) -> Iterable[LedgerRow]:
        """The oldest `limit` events with an id above `after` that happened before `until`, in order."""

    def subject(self, subject_id: str) -> Sequence[Envelope]:
        """Everything that happened to a subject, oldest first."""


class Leads(Protocol):
    def lead(self, lead_id: str) -> Lead | None:
        """The lead as it stands now."""


class Codes(Protocol):
    def find(self, code: str) -> DiscountCode:
        """The code as it stands now. Raises NotFound."""


class Carts(Protocol):
    def find(self, cart_id: str) -> KeptCart | None:
        """The cart as it stands now."""
