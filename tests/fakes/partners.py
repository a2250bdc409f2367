"""API keys in memory."""

from dataclasses import dataclass

from tests.fakes.memory import Memory
from twofold.partners.keys import ApiKey


@dataclass(frozen=True, slots=True)
class InMemoryKeyBook:
    memory: Memory

    def key(self, key_hash: str) -> ApiKey | None:
        with self.memory.lock:
            return self.memory.keys.get(key_hash)
