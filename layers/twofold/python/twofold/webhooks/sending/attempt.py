"""One attempt to tell a webhook of an event, and what it means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.instants import Clock
from twofold.webhooks.deliveries.delivery import Try
from twofold.webhooks.ports import Answered, Caller, Outgoing, Refused, Unreachable

from .redact import Redaction
from .retry_schedule import asked_to_wait

PATIENCE = 15.0
"""Seconds for one attempt, from the first look-up of its host to the last byte of its answer."""

GONE = 410
SLOWER = frozenset({429, 502, 504})
ASKS = SLOWER | {503}
"""Statuses whose Retry-After is heard."""

UNFIT = frozenset({400, 413, 415, 422})
"""Statuses that judge what was said, not how the endpoint does (RFC 9110, 15.5)."""

INTERNAL = "internal"
"""What went wrong was ours."""

_LONGEST_ERROR = 200
_ALL = Redaction()

_LEAST = 0.001
"""Seconds: none at all would mean to wait for ever."""


Words = Callable[[], Sequence[Outgoing]]
"""Makes the requests of one attempt. Raises InvalidRequest; Refused or Unreachable where it has to ask first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempted:
    """`gone`: it wants nothing any more. `slower`: it has too much to do. `asked`: to wait for so long.

    `silent`: there was nothing to tell it, or nothing that could be said, so that this tells nothing of how it does.
    `unfit`: it is well, and takes other things maybe, but not this. `internal`: an error of ours that nobody foresaw.
    """

    tried: Try
    arrived: bool
    gone: bool = False
    slower: bool = False
    silent: bool = False
    unfit: bool = False
    internal: bool = False
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

    def __call__(self, words: Words, kept: Redaction = _ALL) -> Attempted:
        """What came of it; of an answer, only what may be `kept` is."""
        began = self.clock()
        try:
            return self._made(words(), began, kept)
        except InvalidRequest as error:
            # None of it is the endpoint's fault, and no later attempt could say it better.
            return replace(self._missed(began, error.detail), silent=True)
        except Refused as refused:
            return self._missed(began, f"refused: {refused.detail}")
        except Unreachable as unreachable:
            return self._missed(began, unreachable.kind)

    def _made(self, requests: Sequence[Outgoing], began: datetime, kept: Redaction) -> Attempted:
        answer = None
        for request in requests:
            left = self.patience - (self.clock() - began).total_seconds()
            answer = self.caller.call(request, max(left, _LEAST))
            if not (200 <= answer.status < 300 or answer.status in request.fine):
                return self._turned_down(began, answer, kept)
        if answer is None:
            return Attempted(tried=Try(at=began, ms=0), arrived=True, silent=True)
        tried = self._tried(began, answer, kept(answer.body, success=True))
        return Attempted(tried=tried, arrived=True)

    def _turned_down(self, began: datetime, answer: Answered, kept: Redaction) -> Attempted:
        asks = answer.headers.get("retry-after") if answer.status in ASKS else None
        return Attempted(
            tried=self._tried(began, answer, kept(answer.body, success=False)),
            arrived=False,
            gone=answer.status == GONE,
            slower=answer.status in SLOWER,
            unfit=answer.status in UNFIT,
            asked=asked_to_wait(asks, self.clock()),
        )

    def _missed(self, began: datetime, error: str) -> Attempted:
        return Attempted(tried=Try(at=began, ms=self._ms(began), error=error[:_LONGEST_ERROR]), arrived=False)

    def _tried(self, began: datetime, answer: Answered, kept: str | None) -> Try:
        return Try(at=began, ms=self._ms(began), status=answer.status, answer=kept)

    def _ms(self, began: datetime) -> int:
        return round((self.clock() - began).total_seconds() * 1_000)
