"""One event on its way to one webhook, and what became of each attempt."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, Self

import msgspec

from twofold.contracts import events
from twofold.contracts.events import Envelope

DeliveryState = Literal["waiting", "delivered", "failed"]

CLAIM = timedelta(seconds=60)
"""For which nobody else tries what somebody has claimed: as long as one invocation can live."""

MOST_TRIES = 20
"""The latest that are kept of one delivery: all of its schedule, and some of its replays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One attempt: when it began, for how many milliseconds, and the status, or the error that there was instead.

    `answer` is what was said as far as it may be kept, shortened and without anything that could be a number.
    """

    at: datetime
    ms: int
    status: int | None = None
    error: str | None = None
    answer: str | None = None


class _About(msgspec.Struct, frozen=True):
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """`event` is its written form: ids only. `revision` counts changes; `attempts` those since it was last asked for.

    `asked_at` is when it was put down, or asked for anew; `due_at` when it may go next, None when it is over.
    """

    subscription_id: str
    event_id: str
    type: str
    event: str
    asked_at: datetime
    ends_at: datetime
    due_at: datetime | None
    state: DeliveryState = "waiting"
    revision: int = 1
    attempts: int = 0
    replays: int = 0
    tries: tuple[Try, ...] = ()

    @property
    def subject(self) -> str:
        """Whom or what the event is about."""
        return msgspec.json.decode(self.event, type=_About).subject

    @classmethod
    def of(cls, event: Envelope, subscription_id: str, at: datetime, keep: timedelta) -> Self:
        """Due at once, and kept for `keep`."""
        return cls(
            subscription_id=subscription_id,
            event_id=event.id,
            type=event.type,
            event=events.write(event),
            asked_at=at,
            due_at=at,
            ends_at=at + keep,
        )

    def claimed(self, at: datetime) -> Self:
        """With one more attempt, about to be made."""
        return self._next(attempts=self.attempts + 1, due_at=at + CLAIM)

    def arrived(self, tried: Try) -> Self:
        return self._next(state="delivered", due_at=None, tries=self._with(tried))

    def missed(self, tried: Try, due_at: datetime | None) -> Self:
        """To be tried again then; never, without a moment."""
        return self._next(state="waiting" if due_at else "failed", due_at=due_at, tries=self._with(tried))

    def again(self, at: datetime, keep: timedelta) -> Self:
        """Asked for anew: with all its attempts, under the id that it has always had."""
        return self._next(
            state="waiting", asked_at=at, due_at=at, attempts=0, replays=self.replays + 1, ends_at=at + keep
        )

    def _with(self, tried: Try) -> tuple[Try, ...]:
        return (*self.tries, tried)[-MOST_TRIES:]

    def _next(self, **fields: object) -> Self:
        return replace(self, revision=self.revision + 1, **fields)  # type: ignore[arg-type]
