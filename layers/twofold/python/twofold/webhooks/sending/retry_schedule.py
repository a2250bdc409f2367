"""When what did not arrive is tried again."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from .health import LONGEST_REST

DELAYS = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=10),
)
"""Between one attempt and the next; after the last there is none: what the specification of Standard Webhooks proposes.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#deliverability-and-reliability
"""

JITTER = 0.1
"""So much earlier or later, as a share, that many who failed together do not come back together."""

LONGEST_ASKED = timedelta(hours=10)
"""For which an endpoint can ask us to wait."""

Jitter = Callable[[], float]
"""Answers with a factor between 1 - JITTER and 1 + JITTER."""


def draw_jitter() -> float:
    """A `Jitter`."""
    return random.uniform(1 - JITTER, 1 + JITTER)


def until_next(attempts: int, factor: float, asked: timedelta | None) -> timedelta | None:
    """From this many attempts to the next one, no sooner than was asked for; None when there is no other."""
    if attempts > len(DELAYS):
        return None
    return max(DELAYS[attempts - 1] * factor, asked or timedelta())


def rest(failures: int, factor: float, asked: timedelta | None) -> timedelta:
    """For how long a webhook that failed so often before, and now again, gets nothing at all."""
    usual = DELAYS[min(failures, len(DELAYS) - 1)] * factor
    return max(min(usual, LONGEST_REST), asked or timedelta())


def asked_to_wait(retry_after: str | None, at: datetime) -> timedelta | None:
    """What a Retry-After means, which is seconds or a date (RFC 9110, 10.2.3); None for what means nothing."""
    said = (retry_after or "").strip()
    wait = timedelta(seconds=int(said[:9])) if said.isascii() and said.isdigit() else _until(said, at)
    return min(max(wait, timedelta()), LONGEST_ASKED) if wait is not None else None


def _until(said: str, at: datetime) -> timedelta | None:
    try:
        then = parsedate_to_datetime(said)
    except (ValueError, OverflowError):
        return None
    # A date without a zone is one of UTC, as all dates in HTTP are.
    return (then if then.tzinfo else then.replace(tzinfo=UTC)) - at
