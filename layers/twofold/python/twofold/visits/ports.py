"""What visits need of the outside."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from twofold.contracts.events import Envelope
from twofold.limits.allowance import Allowance

from .model import Count, Tally, Visit
from .tap import Tap


class VisitBook(Protocol):
    def record(self, visit: Visit, charges: Sequence[Allowance]) -> bool:
        """Store the visit's event, count it and charge the allowances: all or nothing.

        False, and nothing is stored, when an allowance is used up.
        """

    def tell(self, event: Envelope, count: Count, charges: Sequence[Allowance]) -> bool:
        """The same for what was done during a visit."""

    def count(self, count: Count) -> None:
        """Count one more, without an event."""


class TapBook(Protocol):
    def prove(self, tap: Tap, visit: Visit, charges: Sequence[Allowance]) -> bool:
        """Store that the sign was tapped, and the visit as `VisitBook.record` does: all or nothing.

        False, and nothing is stored, when the sign had this tap or a later one before. Beyond an allowance the tap is
        stored without its visit: it is not counted, but who stands in a crowd before the sign still has their proof.
        """


class VisitCounts(Protocol):
    def tallies(self, asset_id: str, first_day: str, last_day: str) -> Iterable[Tally]:
        """What was counted from one day (`2026-11-22`) to another, each included, by day."""
