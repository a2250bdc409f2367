"""How a webhook does: whether what it is told arrives, how many at a time, and when it may be tried again."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

WIDEST = 8
"""Requests at a time to one webhook that does well."""

LONGEST_REST = timedelta(minutes=30)
"""For which what is new waits, at most, because something before it did not arrive."""

GIVES_UP = timedelta(days=5)
"""After so long without anything arriving, a webhook is disabled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """`failures` in a row, several at the same time counting once; `failing_since` is when the first
    attempt after which nothing has arrived was made.

    Nothing is sent before `resting_until`. `width` is how many requests it may get at a time. `leased_until`: so long
    is a courier with it.
    """

    subscription_id: str
    failures: int = 0
    failing_since: datetime | None = None
    resting_until: datetime | None = None
    width: int = WIDEST
    arrived_at: datetime | None = None
    failed_at: datetime | None = None
    error: str | None = None
    leased_until: datetime | None = None

    def rests(self, at: datetime) -> bool:
        return self.resting_until is not None and at < self.resting_until

    def open(self) -> int:
        """How many requests may be on their way: one alone, to see, while nothing has arrived since a failure."""
        return 1 if self.failures else self.width

    def arrived(self, at: datetime) -> Self:
        return replace(
            self,
            failures=0,
            failing_since=None,
            resting_until=None,
            width=min(self.width + 1, WIDEST),
            arrived_at=at,
            error=None,
        )

    def failed(self, began_at: datetime, at: datetime, wait: timedelta, error: str, *, slower: bool) -> Self:
        """After an attempt that began then; it rests for `wait`, and what was on its way before makes it no worse.

        `slower`: it said that it has too much to do.
        """
        kept = replace(self, failed_at=at, error=error, width=1 if slower else self.width)
        if self.failed_at and began_at < self.failed_at and self.failures:
            return kept
        return replace(
            kept,
            failures=self.failures + 1,
            failing_since=self.failing_since or began_at,
            resting_until=at + wait,
        )

    def turned_down(self, began_at: datetime, at: datetime, error: str) -> Self:
        """After an attempt that was answered with no, to that one thing: others go on as before.

        If nothing else arrives either, this is since when it fails.
        """
        return replace(self, failed_at=at, error=error, failing_since=self.failing_since or began_at)

    def gives_up(self, at: datetime) -> bool:
        return self.failing_since is not None and at - self.failing_since >= GIVES_UP


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """The right to be a webhook's only courier.

    `knocks` is how often somebody had come with work when it was read, `refreshes` how often it had been put right.
    """

    subscription_id: str
    until: datetime
    knocks: int
    refreshes: int = 0
