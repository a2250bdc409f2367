"""One attempt to tell a webhook of an event, and what it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.contracts.instants import Clock

from .delivery import Try
from .masks import masked
from .ports import Answered, Caller, Outgoing, Refused, Unreachable
from .schedule import asked_to_wait

PATIENCE = 15.0
"""Seconds for one attempt, from the first look-up of its host to the last byte of its answer."""

GONE = 410
SLOWER = frozenset({429, 502, 504})
ASKS = SLOWER | {503}
"""Statuses whose Retry-After is heard."""

_LONGEST_ERROR = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempted:
    """`gone`: it wants nothing any more. `slower`: it has too much to do. `asked`: to wait for so long."""

    tried: Try
    arrived: bool
    gone: bool = False
    slower: bool = False
    asked: timedelta | None = None

    @property
    def error(self) -> str:
        """What was wrong: timeout, status_500, or a sentence."""
        return self.tried.error or f"status_{self.tried.status}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Makes requests in order, as long as each succeeds, within `patience` seconds in all."""

    caller: Caller
    clock: Clock
    patience: float = PATIENCE

    def __call__(self, requests: Sequence[Outgoing], hidden: Sequence[str] = ()) -> Attempted:
        """What came of it; of an answer, what is `hidden` is not kept."""
        began, answer = self.clock(), Answered(status=204, headers={})
        try:
            for request in requests:
                left = self.patience - (self.clock() - began).total_seconds()
                answer = self.caller.call(request, max(left, 0.001))
                if not (200 <= answer.status < 300 or answer.status in request.fine):
                    return self._refused(began, answer, hidden)
        except Refused as refused:
            return self._missed(began, f"refused: {refused.detail}")
        except Unreachable as unreachable:
            return self._missed(began, unreachable.kind)
        return Attempted(tried=self._tried(began, answer, hidden), arrived=True)

    def _refused(self, began: datetime, answer: Answered, hidden: Sequence[str]) -> Attempted:
        asks = answer.headers.get("retry-after") if answer.status in ASKS else None
        return Attempted(
            tried=self._tried(began, answer, hidden),
            arrived=False,
            gone=answer.status == GONE,
            slower=answer.status in SLOWER,
            asked=asked_to_wait(asks, self.clock()),
        )

    def _missed(self, began: datetime, error: str) -> Attempted:
        return Attempted(tried=Try(at=began, ms=self._ms(began), error=error[:_LONGEST_ERROR]), arrived=False)

    def _tried(self, began: datetime, answer: Answered, hidden: Sequence[str]) -> Try:
        return Try(at=began, ms=self._ms(began), status=answer.status, answer=masked(answer.body, hidden))

    def _ms(self, began: datetime) -> int:
        return round((self.clock() - began).total_seconds() * 1_000)
