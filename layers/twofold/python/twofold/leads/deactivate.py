"""Carriers tell which numbers were switched off: their next owner has agreed to nothing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.instants import Clock

from .change import VERIFY_AGAIN, LeadChange
from .change_lead import change_lead
from .model import Lead
from .phone import LeadIdentity
from .ports import LeadBook
from .read_phone import read_e164

AT_ONCE = 100
"""Leads that are looked up in one go."""


@dataclass(slots=True)
class Outcome:
    """How many numbers a file had, were leads and are held from now on, and which lines (from 1) are no numbers."""

    numbers: int = 0
    held: int = 0
    faults: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeactivateNumbers:
    book: LeadBook
    identify: LeadIdentity
    clock: Clock

    def __call__(self, lines: Iterable[str]) -> Outcome:
        """Hold every lead whose number stands first on a line, with its country code.

        The same file again changes nothing, but for those who were confirmed anew since: they are held once more.
        """
        outcome = Outcome()
        ids = self._lead_ids(lines, outcome)
        while batch := list(dict.fromkeys(islice(ids, AT_ONCE))):
            for lead_id, lead in self.book.leads(batch).items():
                outcome.held += _concerned(lead) and self._hold(lead_id)
        return outcome

    def _lead_ids(self, lines: Iterable[str], outcome: Outcome) -> Iterator[str]:
        for position, line in enumerate(lines, start=1):
            text = line.split(",")[0].split(";")[0].strip().strip('"')
            if not text:
                continue
            try:
                e164 = read_e164(_international(text), field=f"line {position}")
            except InvalidRequest:
                outcome.faults.append(position)
                continue
            outcome.numbers += 1
            yield self.identify(e164)

    def _hold(self, lead_id: str) -> bool:
        return change_lead(self.book, lead_id, self._held)

    def _held(self, lead: Lead | None) -> LeadChange | None:
        if lead is None or not _concerned(lead):
            return None
        return LeadChange.held(lead, VERIFY_AGAIN, until=None, failures=lead.failures, at=self.clock())


def _international(text: str) -> str:
    """Carriers write `+48…`, `0048…` or `48…`; a number within a sentence is none."""
    digits = re.sub(r"[\s().-]", "", text).removeprefix("+").removeprefix("00")
    return f"+{digits}" if digits.isascii() and digits.isdigit() else ""


def _concerned(lead: Lead) -> bool:
    return lead.status == "confirmed" and lead.hold != VERIFY_AGAIN
