"""Carriers tell which numbers were switched off: their next owner has agreed to nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from twofold.contracts.errors import InvalidRequest, Unavailable
from twofold.contracts.instants import Clock

from .change import VERIFY_AGAIN, LeadChange
from .phone import LeadIdentity
from .ports import LeadBook, LeadMoved
from .read_phone import read_e164

TRIES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How many numbers a file had, were leads and are held from now on, and which lines (from 1) are no numbers."""

    numbers: int
    held: int
    faults: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeactivateNumbers:
    book: LeadBook
    identify: LeadIdentity
    clock: Clock

    def __call__(self, lines: Iterable[str]) -> Outcome:
        """Hold every lead whose number stands first on a line, with its country code.

        The same file again changes nothing.
        """
        numbers, held, faults = 0, 0, []
        for position, line in enumerate(lines, start=1):
            text = line.split(",")[0].split(";")[0].strip().strip('"')
            if not text:
                continue
            try:
                e164 = read_e164(text if text.startswith("+") else f"+{text}", field=f"line {position}")
            except InvalidRequest:
                faults.append(position)
                continue
            numbers += 1
            held += self._hold(self.identify(e164))
        return Outcome(numbers=numbers, held=held, faults=tuple(faults))

    def _hold(self, lead_id: str) -> bool:
        for _ in range(TRIES):
            lead = self.book.lead(lead_id)
            if lead is None or lead.status != "confirmed" or lead.hold == VERIFY_AGAIN:
                return False
            change = LeadChange.held(lead, VERIFY_AGAIN, until=None, failures=lead.failures, at=self.clock())
            try:
                self.book.change(change)
            except LeadMoved:
                continue
            return True
        raise Unavailable("A lead changed too often to be held.")
