"""What happened to somebody, and what they agreed to, read from memory."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.fakes.memory import Memory
from twofold.contracts.events import Envelope
from twofold.leads.kept_consent import KeptConsent


@dataclass(frozen=True, slots=True)
class InMemoryHistory:
    memory: Memory

    def newest(
        self, subject_id: str, *, before: str | None, limit: int, kind: str | None
    ) -> Sequence[Envelope]:
        with self.memory.lock:
            found = [
                event
                for event in self.memory.ledger.values()
                if event.subject == subject_id
                and (before is None or event.id < before)
                and kind in (None, event.type)
            ]
        return sorted(found, key=lambda event: event.id, reverse=True)[:limit]


@dataclass(frozen=True, slots=True)
class InMemoryConsents:
    memory: Memory

    def chain(self, lead_id: str) -> Sequence[KeptConsent]:
        with self.memory.lock:
            return [KeptConsent.of(consent) for consent in self.memory.consents.get(lead_id, [])]
