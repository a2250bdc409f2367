"""Writes down what time has made of codes: carts that hold them no more, and codes that have expired."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.contracts.errors import NotFound
from twofold.contracts.events import CodeExpired
from twofold.contracts.instants import Clock, to_text

from .model import DiscountCode
from .ports import CodeBook, CodeChange, CodeMoved, DueCodes
from .telling import changed

PATIENCE = timedelta(seconds=40)
"""How long one run goes on; what is left waits for the next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LapseCodes:
    """Nobody waits for it: a code is judged by the time itself, and this only tells what is true already."""

    due: DueCodes
    book: CodeBook
    clock: Clock

    def __call__(self) -> int:
        """Tell of every code that is due, one transaction each; answer how many there were."""
        began = self.clock()
        told = 0
        for code in self.due.due(began):
            if self.clock() - began >= PATIENCE:
                break
            told += self._lapse(code)
        return told

    def _lapse(self, code: str) -> bool:
        # Whoever changes the code in the meantime has told of it, too, or has made it last longer.
        try:
            change = lapsing(self.book.find(code), self.clock())
            if change:
                self.book.change(change)
        except (CodeMoved, NotFound):
            return False
        return change is not None


def lapsing(code: DiscountCode, at: datetime) -> CodeChange | None:
    """What time has made of a code since it was last changed; None when that is nothing."""
    if code.due is None or at < code.due:
        return None
    if code.expires_at and code.past(at):
        data = CodeExpired(code=code.code, expired_at=to_text(code.expires_at))
        return changed(code, code.next(at, state="expired", hold=None), at, data)
    return changed(code, code.next(at, hold=None), at)
