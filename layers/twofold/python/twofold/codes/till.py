"""A shop's own device: its key redeems at one place, and takes back what was redeemed there a moment ago."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.contracts.errors import Conflict, Forbidden

from .redemption import Redemption

UNDO_S = 600
"""Seconds for which a device takes a redemption back: long enough for a mistake at the till, too short for a refund.

Devices are told it (`Device.undo_s`) and show it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Till:
    """Who redeems and takes back. Without a `place` a partner: they say where, and nothing is too late for them."""

    place: str | None = None

    def located(self, said: str | None) -> str | None:
        """Where the till is, given what it says. Raises Forbidden `place_mismatch`."""
        if self.place is not None and said not in (None, self.place):
            raise _elsewhere(self.place)
        return self.place or said

    def insist_on_no_place(self) -> None:
        """Carts are a shop's own affair: a device could keep any code from every other till. Raises Forbidden
        `place_bound_key`."""
        if self.place is not None:
            raise Forbidden(
                f"This key redeems at {self.place} and does nothing else. Use a key without a place for carts.",
                code="place_bound_key",
            )

    def insist_on_its_own(self, spent: Redemption) -> None:
        """Raises Forbidden `place_mismatch` when the redemption is another place's."""
        if self.place is not None and spent.location != self.place:
            raise _elsewhere(self.place)

    def insist_on_time(self, spent: Redemption, at: datetime) -> None:
        """Raises Conflict `undo_too_late`."""
        if self.place is not None and at > spent.at + timedelta(seconds=UNDO_S):
            raise Conflict(
                f"A device may take a redemption back for {UNDO_S // 60} minutes. Ask whoever runs the shop.",
                code="undo_too_late",
            )


ANYWHERE = Till()


def _elsewhere(place: str) -> Forbidden:
    return Forbidden(f"This key is for {place} alone.", code="place_mismatch")
