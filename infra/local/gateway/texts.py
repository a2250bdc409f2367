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
PAUSE, LONGEST_PAUSE, AFTER_A_FAULT = 0.4, 3.0, 1.0
KIND = "AWS.SNS.SMS.SMSType"


@dataclass
class Texts:
    targets: Targets
    session: aiohttp.ClientSession
    conversation: Conversation

    async def refresh(self, number: str | None = None) -> float:
        """Ask the emulator now; of one number only, which stays quick however many texts there are.

        Answers with the seconds that it took the emulator.
        """
        target = await self.targets.current()
        if target is None:
            return 0.0
        began = time.monotonic()
        query = {"phoneNumber": number} if number else {}
        async with self.session.get(target.endpoint + BOX, params=query) as answer:
            boxes = (await answer.json())["sms_messages"]
        self.add([message for box in boxes.values() for message in box])
        return time.monotonic() - began

    async def watch(self) -> None:
        """Keep up for ever, and gently: the more there is to read, the longer the pause."""
        while True:
            took = 0.0
            try:
                took = await self.refresh()
            except (aiohttp.ClientError, BotoCoreError, ClientError, TimeoutError, OSError, ValueError):
                await asyncio.sleep(AFTER_A_FAULT)
            await asyncio.sleep(min(max(PAUSE, 20 * took), LONGEST_PAUSE))

    def add(self, messages: list[dict[str, Any]]) -> None:
        """Keep those that were not seen before."""
        at = to_text(now())
        fresh = [message for message in messages if not self.conversation.has(message["MessageId"])]
        if fresh:
            self.conversation.add(*(_text(message, at) for message in fresh))


def _text(message: dict[str, Any], at: str) -> Text:
    kind = message.get("MessageAttributes", {}).get(KIND, {}).get("StringValue", "Transactional")
    return Text(message["MessageId"], message["PhoneNumber"], message["Message"], at, kind)
