"""Short links in memory."""

from dataclasses import dataclass, replace
from datetime import datetime

from tests.fakes.memory import Memory
from tests.fakes.rows import StoredLink
from twofold.contracts.errors import NotFound
from twofold.contracts.events import Envelope
from twofold.messages.links.model import Link


@dataclass(frozen=True, slots=True)
class InMemoryLinkBook:
    memory: Memory

    def open(self, link: Link) -> None:
        with self.memory.lock:
            kept = replace(link, last_at=link.made_at)
            self.memory.links.setdefault(link.slug, StoredLink(kept, link.made_at))

    def find(self, slug: str) -> Link:
        with self.memory.lock:
            return self._stored(slug).link

    def count(self, slug: str, at: datetime) -> Link:
        with self.memory.lock:
            stored = self._stored(slug)
            before = replace(stored.link, last_at=stored.newest)
            self.memory.links[slug] = StoredLink(replace(before, clicks=before.clicks + 1), at)
            return before

    def clicked(self, link: Link, event: Envelope, at: datetime, *, human: bool) -> None:
        with self.memory.lock:
            stored = self._stored(link.slug)
            before = stored.link
            if (before.human_at if human else before.machine_at) is None:
                marked = replace(before, human_at=at) if human else replace(before, machine_at=at)
                self.memory.links[link.slug] = replace(stored, link=marked)
                self.memory.append(event)

    def _stored(self, slug: str) -> StoredLink:
        if slug not in self.memory.links:
            raise NotFound("There is nothing at this address.", code="link_not_found")
        return self.memory.links[slug]
