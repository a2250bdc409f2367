"""What phones were told and what they answered: in order, and in a file, so that the next gateway knows it too."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

SENT, DELIVERED, FAILED = "sent", "delivered", "failed"


class Text(Struct, frozen=True, tag="text"):
    """A text that the stack sent. `at` is when the gateway first saw it: the emulator keeps no time of its own."""

    id: str
    to: str
    text: str
    at: str
    kind: str = "Transactional"


class Reply(Struct, frozen=True, kw_only=True, tag="reply"):
    """What a phone answered."""

    id: str
    sender: str = msgspec.field(name="from")
    text: str
    at: str


class Receipt(Struct, frozen=True, tag="receipt"):
    """What became of the text of that id: `why` it failed, in the carrier's words."""

    id: str
    state: str
    at: str
    why: str | None = None


Entry = Text | Reply | Receipt
"""All moments are ISO 8601, UTC."""


@dataclass
class Conversation:
    """Begins with what the file holds; `undelivered` are the texts that have no receipt yet, oldest first."""

    file: Path
    entries: list[Entry] = field(default_factory=list)
    undelivered: dict[str, Text] = field(default_factory=dict)
    _receipts: dict[str, Receipt] = field(default_factory=dict)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        lines = self.file.read_bytes().splitlines() if self.file.is_file() else []
        self.file.unlink(missing_ok=True)
        self.file.touch(mode=0o600)
        self.add(*_readable(lines))

    def add(self, *entries: Entry) -> None:
        """Keep what is new, and tell whoever waits for it."""
        with self.file.open("ab") as file:
            file.writelines(msgspec.json.encode(entry) + b"\n" for entry in entries)
        for entry in entries:
            self._keep(entry)
        news, self._news = self._news, asyncio.Event()
        news.set()

    def has(self, text_id: str) -> bool:
        return text_id in self.undelivered or text_id in self._receipts

    def texts(self, number: str | None) -> list[dict[str, Any]]:
        """`{id, to, text, at, state, why?}` of each text to the number, or to all."""
        texts = (entry for entry in self.entries if isinstance(entry, Text))
        return [self._told(text) for text in texts if number in (None, text.to)]

    async def beyond(self, count: int) -> None:
        """Returns once there are more than `count` entries."""
        while len(self.entries) <= count:
            await self._news.wait()

    def _keep(self, entry: Entry) -> None:
        self.entries.append(entry)
        if isinstance(entry, Text):
            self.undelivered[entry.id] = entry
        if isinstance(entry, Receipt):
            self._receipts[entry.id] = entry
            self.undelivered.pop(entry.id, None)

    def _told(self, text: Text) -> dict[str, Any]:
        receipt = self._receipts.get(text.id)
        state = {"state": receipt.state if receipt else SENT}
        why = {"why": receipt.why} if receipt and receipt.why else {}
        return {"id": text.id, "to": text.to, "text": text.text, "at": text.at} | state | why


def _readable(lines: Iterable[bytes]) -> Iterable[Entry]:
    """Without the half of a line that a gateway leaves behind which was ended as it wrote."""
    for line in lines:
        try:
            yield msgspec.json.decode(line, type=Entry)
        except msgspec.DecodeError:
            continue
