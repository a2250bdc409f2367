"""Discount codes in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
from msgspec import UNSET

from tests.fakes.memory import Memory
from tests.fakes.rows import StoredAnswer
from twofold.codes.model import DiscountCode
from twofold.codes.ports import AnsweredBefore, CodeMoved, RequestKey
from twofold.contracts.errors import NotFound
from twofold.contracts.events import Envelope
from twofold.contracts.instants import to_second
from twofold.contracts.payloads import Answer, LeadCode


@dataclass(frozen=True, slots=True)
class InMemoryCodeBook:
    memory: Memory

    def find(self, code: str) -> DiscountCode:
        with self.memory.lock:
            if code not in self.memory.codes:
                raise NotFound("There is no such code.", code="code_not_found")
            return self.memory.codes[code]

    def change(self, after: DiscountCode, event: Envelope, key: RequestKey | None, answer: Answer) -> None:
        with self.memory.lock:
            before = self.answer(key) if key else None
            if before:
                raise before
            if self.memory.codes[after.code].version != after.version - 1:
                raise CodeMoved
            self.memory.codes[after.code] = after
            self.memory.append(event)
            if key:
                self.memory.answers[key.mark] = StoredAnswer(key.fingerprint, msgspec.json.encode(answer))

    def answer(self, key: RequestKey) -> AnsweredBefore | None:
        with self.memory.lock:
            stored = self.memory.answers.get(key.mark)
            return AnsweredBefore(stored.answer, stored.fingerprint) if stored else None

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
