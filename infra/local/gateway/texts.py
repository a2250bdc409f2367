"""The texts that the emulator's SNS was asked to send to phones."""

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

import aiohttp

from infra.local.gateway.target import Targets

BOX = "/_ministack/sns/sms-messages"
PAUSE = 0.4


class Text(NamedTuple):
    """`at` is when the gateway first saw it, ISO 8601 UTC: the emulator keeps no time of its own."""

    to: str
    text: str
    at: str


@dataclass
class Texts:
    """All that were seen, in the order they came."""

    targets: Targets
    session: aiohttp.ClientSession
    all: list[Text] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def to(self, number: str | None) -> list[Text]:
        return [text for text in self.all if number in (None, text.to)]

    async def refresh(self, number: str | None = None) -> None:
        """Ask the emulator now; of one number only, which stays quick however many texts there are."""
        target = await self.targets.current()
        if target is None:
            return
        query = {"phoneNumber": number} if number else {}
        async with self.session.get(target.endpoint + BOX, params=query) as answer:
            boxes = (await answer.json())["sms_messages"]
        self._add([message for box in boxes.values() for message in box])

    async def beyond(self, count: int) -> None:
        """Returns once there are more than `count` in all."""
        while len(self.all) <= count:
            await self._news.wait()

    async def watch(self) -> None:
        """Keep up for ever, and gently: the more there is to read, the longer the pause."""
        while True:
            began = time.monotonic()
            try:
                await self.refresh()
            except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
                await asyncio.sleep(1)
            await asyncio.sleep(max(PAUSE, 20 * (time.monotonic() - began)))

    def _add(self, messages: list[dict[str, Any]]) -> None:
        fresh = [message for message in messages if message["MessageId"] not in self._seen]
        if not fresh:
            return
        at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        self._seen.update(message["MessageId"] for message in fresh)
        self.all += [Text(message["PhoneNumber"], message["Message"], at) for message in fresh]
        news, self._news = self._news, asyncio.Event()
        news.set()
