"""What visits need of the outside."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from twofold.contracts.events import Envelope
from twofold.limits.allowance import Allowance

from .model import Count, Tally, Visit

DrawId = Callable[[], str]


class VisitBook(Protocol):
    def record(self, visit: Visit, charges: Sequence[Allowance]) -> bool:
        """Store the visit's event, count it and charge the allowances: all or nothing.

        False, and nothing is stored, when an allowance is used up.
        """

    def tell(self, event: Envelope, count: Count, charges: Sequence[Allowance]) -> bool:
        """The same for what was done during a visit."""

    def count(self, count: Count) -> None:
        """Count one more, without an event."""


class VisitCounts(Protocol):
    def tallies(self, asset_id: str, first_day: str, last_day: str) -> Iterable[Tally]:
        """What was counted from one day (`2026-11-22`) to another, each included, by day."""
