"""Keeps what changes seldom for a short while, so that a request does not pay for reading it."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """Remembers up to `most` answers for `seconds` each; nothing is remembered of a question that fails."""

    def __init__(self, ask: Callable[[str], T], *, seconds: float, most: int = 1_000) -> None:
        self._ask = ask
        self._seconds = seconds
        self._most = most
        self._known: dict[str, tuple[float, T]] = {}

    def __call__(self, key: str) -> T:
        until, value = self._known.get(key, (0.0, None))
        if time.monotonic() < until:
            return value  # type: ignore[return-value]
        fresh = self._ask(key)
        if len(self._known) >= self._most:
            self._known.clear()
        self._known[key] = (time.monotonic() + self._seconds, fresh)
        return fresh
