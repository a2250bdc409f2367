"""Watches what the emulator's SNS was asked to send to phones."""

import asyncio
import time
from dataclasses import dataclass
from typing import Any

import aiohttp
from botocore.exceptions import BotoCoreError, ClientError

from infra.local.gateway.conversation import Conversation, Text
from infra.local.gateway.target import Targets
from twofold.contracts.instants import now, to_text

BOX = "/_ministack/sns/sms-messages"
PAUSE = 0.4
KIND = "AWS.SNS.SMS.SMSType"


@dataclass
class Texts:
    targets: Targets
    session: aiohttp.ClientSession
    conversation: Conversation

    async def refresh(self, number: str | None = None) -> None:
        """Ask the emulator now; of one number only, which stays quick however many texts there are."""
        target = await self.targets.current()
        if target is None:
            return
        query = {"phoneNumber": number} if number else {}
        async with self.session.get(target.endpoint + BOX, params=query) as answer:
            boxes = (await answer.json())["sms_messages"]
        self.add([message for box in boxes.values() for message in box])

    async def watch(self) -> None:
        """Keep up for ever, and gently: the more there is to read, the longer the pause."""
        while True:
            began = time.monotonic()
            try:
                await self.refresh()
            except (aiohttp.ClientError, BotoCoreError, ClientError, TimeoutError, OSError, ValueError):
                await asyncio.sleep(1)
            await asyncio.sleep(max(PAUSE, 20 * (time.monotonic() - began)))

    def add(self, messages: list[dict[str, Any]]) -> None:
        """Keep those that were not seen before."""
        at = to_text(now())
        fresh = [message for message in messages if not self.conversation.has(message["MessageId"])]
        if fresh:
            self.conversation.add(*(_text(message, at) for message in fresh))


def _text(message: dict[str, Any], at: str) -> Text:
    kind = message.get("MessageAttributes", {}).get(KIND, {}).get("StringValue", "Transactional")
    return Text(message["MessageId"], message["PhoneNumber"], message["Message"], at, kind)
