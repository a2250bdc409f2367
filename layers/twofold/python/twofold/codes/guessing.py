"""Codes are shown without a key to whoever knows them; who asks for many that there are not, is guessing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from twofold.contracts.errors import NotFound, TooMany
from twofold.contracts.instants import Clock
from twofold.contracts.settings import LimitSettings
from twofold.limits.allowance import Allowance
from twofold.limits.ports import OpenCounter
from twofold.visits.visitor import Visitor

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardCodes:
    counter: OpenCounter
    limits: LimitSettings
    clock: Clock

    def __call__(self, look: Callable[[], T], visitor: Visitor) -> T:
        """What `look` finds. Only a miss is charged to the visitor's network, and a trusted one's is not.

        A network that has missed too often is told nothing, of codes that there are neither: else who guesses would
        still learn which those are. Raises TooMany, Unavailable when nobody can tell, and as `look` does.
        """
        if visitor.trusted(self.limits.trusted_networks):
            return look()
        at = self.clock()
        guesses = Allowance(key=f"codes#ip#{visitor.mark}", most=self.limits.missed_codes_10min, seconds=600)
        try:
            found = look()
        except NotFound:
            if not self.counter.take(guesses, at):
                raise _too_many(guesses, at) from None
            raise
        if self.counter.used_up(guesses, at):
            raise _too_many(guesses, at)
        return found


def _too_many(guesses: Allowance, at: datetime) -> TooMany:
    return TooMany(
        "Too many codes that there are not were asked for. Try again later.",
        retry_after=guesses.left(at),
        code="rate_limited",
    )
