"""What keeping to a limit needs of the outside."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from .allowance import Allowance
from .spread import Part


class Counter(Protocol):
    """Exact in either form: one write per take, or slices that are leased and handed out from memory."""

    def take(self, allowance: Allowance, at: datetime, amount: int = 1) -> bool:
        """Take `amount` of an allowance; False when there is not so much left. Never gives out more than there is."""

    def give(self, allowance: Allowance, at: datetime, amount: int = 1) -> None:
        """Give back what was taken at that moment and not used."""


class OpenCounter(Counter, Protocol):
    """One that can be looked at."""

    def used_up(self, allowance: Allowance, at: datetime) -> bool:
        """Whether nothing of the allowance is left. Changes nothing."""


class MeteredCounter(Counter, Protocol):
    """One that can tell how much is left, without asking anybody."""

    def left(self, allowance: Allowance, at: datetime) -> int:
        """How much is left, as it stood when this process last reached for more; it knows its own takes since then.

        What others took since is not in it, and what they hold and may never use counts as taken.
        """


class Parts(Protocol):
    """The parts of limits that many reach for (`Spread`); they are taken with the action that they allow."""

    def taken(self, rows: Sequence[str]) -> Mapping[str, int]:
        """How much is taken of each part by now; 0 where nothing was."""


class MovableParts(Parts, Protocol):
    def move(self, above: Part, free: Part) -> bool:
        """Give back to one part what another takes, both or neither; False when they are not as they were taken for."""
