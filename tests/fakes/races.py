"""A reminder that is due, and its code redeemed, at the same moment: each by a thread of its own."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from tests.fakes.books import Books
from twofold.contracts.errors import Unavailable

TRIES = 5


@dataclass(slots=True)
class WatchedCodes:
    """A book of codes that knows when each redemption was stored, at the latest."""

    book: Any
    stored: dict[str, float] = field(default_factory=dict)

    def change(self, change: Any) -> None:
        self.book.change(change)
        self.stored.setdefault(change.after.code, time.monotonic())

    def __getattr__(self, name: str) -> Any:
        return getattr(self.book, name)


@dataclass(slots=True)
class WatchedClaims:
    """A book of messages that knows when each claim was stored, at the latest, by the lead's id."""

    book: Any
    stored: dict[str, float] = field(default_factory=dict)

    def claim(self, message: Any, *rest: Any) -> bool:
        won: bool = self.book.claim(message, *rest)
        if won:
            self.stored[message.lead_id] = time.monotonic()
        return won

    def __getattr__(self, name: str) -> Any:
        return getattr(self.book, name)


@dataclass(frozen=True, slots=True)
class Told:
    """One race: whether a text left, and whether the code was spent before its sender had claimed it."""

    texted: bool
    spent_before: bool

    @property
    def broken(self) -> bool:
        return self.texted and self.spent_before


@dataclass(slots=True, kw_only=True)
class Race:
    """`remind` does the step and sends its text, and answers whether one left; `redeem` spends the code, at some moment
    `within` so many seconds of that."""

    books: Books
    lead_id: str
    code: str
    remind: Callable[[], bool]
    redeem: Callable[[], Any]
    within: float
    _texted: bool = False

    def run(self) -> Told:
        wait, gate = random.uniform(0, self.within), threading.Barrier(2)
        threads = [
            threading.Thread(target=self._run, args=(gate, 0.0, self._remind)),
            threading.Thread(target=self._run, args=(gate, wait, self.redeem)),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        spent, claimed = self._moments()
        return Told(self._texted, claimed is None or spent < claimed)

    def _moments(self) -> tuple[float, float | None]:
        codes, messages = self.books.codes, self.books.messages
        assert isinstance(codes, WatchedCodes)
        assert isinstance(messages, WatchedClaims)
        return codes.stored[self.code], messages.stored.get(self.lead_id)

    def _run(self, gate: threading.Barrier, wait: float, deed: Callable[[], Any]) -> None:
        gate.wait()
        time.sleep(wait)
        for _ in range(TRIES):
            try:
                deed()
            except Unavailable:
                continue
            return

    def _remind(self) -> None:
        self._texted = self.remind() or self._texted


def watched(books: Books) -> Books:
    codes: Any = WatchedCodes(books.codes)
    messages: Any = WatchedClaims(books.messages)
    return replace(books, codes=codes, messages=messages)


def outcome(told: list[Told]) -> Counter[str]:
    """How many races went which way, and how many broke the promise."""
    names = {(True, True): "broken", (True, False): "texted, then spent", (False, True): "spent, no text"}
    return Counter(
        names.get((each.texted, each.spent_before), "spent after the claim, no text") for each in told
    )
