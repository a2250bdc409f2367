"""Discount codes in memory."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from msgspec import UNSET

from tests.fakes.memory import Memory
from tests.fakes.rows import StoredAnswer
from twofold.adapters.dynamodb.due import FAR_BACK
from twofold.codes.model import DiscountCode
from twofold.codes.ports import AnsweredBefore, CodeChange, CodeMoved, LeadHasSpent, RequestKey
from twofold.contracts.errors import NotFound
from twofold.contracts.instants import to_second
from twofold.contracts.payloads.leads import LeadCode


@dataclass(frozen=True, slots=True)
class InMemoryCodeBook:
    memory: Memory

    def find(self, code: str) -> DiscountCode:
        with self.memory.lock:
            if code not in self.memory.codes:
                raise NotFound("There is no such code.", code="code_not_found")
            return self.memory.codes[code]

    def change(self, change: CodeChange) -> None:
        with self.memory.lock:
            before = self.answer(change.key) if change.key else None
            if before:
                raise before
            self._insist(change)
            self.memory.codes[change.after.code] = change.after
            self.memory.append(*change.events)
            for part in change.charges:
                self.memory.parts[part.row] += part.amount
            if change.key and change.answer:
                stored = StoredAnswer(change.key.fingerprint, msgspec.json.encode(change.answer))
                self.memory.answers[change.key.mark] = stored

    def answer(self, key: RequestKey) -> AnsweredBefore | None:
        with self.memory.lock:
            stored = self.memory.answers.get(key.mark)
            return AnsweredBefore(stored.answer, stored.fingerprint) if stored else None

    def marked(self, lead_id: str, campaign_id: str) -> str | None:
        """The mark is no row here: it stands where a code that takes it has been spent."""
        with self.memory.lock:
            spent = (c for c in self.memory.codes.values() if c.spent and c.rules.once_per_lead)
            its_own = (c for c in spent if (c.lead_id, c.origin.campaign_id) == (lead_id, campaign_id))
            return next((c.code for c in its_own), None)

    def due(self, at: datetime) -> Iterator[str]:
        with self.memory.lock:
            since = (at - FAR_BACK).replace(hour=0, minute=0, second=0, microsecond=0)
            due = [(c.due, c.code) for c in self.memory.codes.values() if c.due and since <= c.due <= at]
        return (code for _, code in sorted(due))

    def _insist(self, change: CodeChange) -> None:
        after = change.after
        if self.memory.codes[after.code].version != after.version - 1:
            raise CodeMoved
        if change.lead_mark == "take" and self.marked(after.lead_id, after.origin.campaign_id) not in (
            None,
            after.code,
        ):
            raise LeadHasSpent
        if not all(self.memory.allows(part) for part in change.charges):
            raise CodeMoved

    def states(self, codes: Sequence[str]) -> Mapping[str, LeadCode]:
        with self.memory.lock:
            return {c: _told(self.memory.codes[c]) for c in codes if c in self.memory.codes}


def _told(code: DiscountCode) -> LeadCode:
    return LeadCode(
        code=code.code,
        state=code.state,
        campaign_id=code.origin.campaign_id,
        expires_at=to_second(code.expires_at) if code.expires_at else UNSET,
    )
