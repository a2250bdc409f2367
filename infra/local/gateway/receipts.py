"""Tells the stack what became of each text, as plain SNS does: in lines of a log, some moments later, once."""

import asyncio
import json
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from botocore.exceptions import BotoCoreError, ClientError

from infra.local.gateway import carrier
from infra.local.gateway.conversation import Conversation, Text
from infra.local.gateway.target import Target, Targets
from twofold.contracts.instants import from_text, now

FUNCTION = "receive_callbacks"
ON_THE_WAY = timedelta(seconds=1.5)
"""A carrier takes its time, and whoever sent the text must have stored the id that the receipt will name."""

AT_ONCE = 25
"""Lines that one event brings, so that a crowd of texts is no crowd of events."""

PAUSE = 0.25
AFTER_A_FAULT = 1.0


@dataclass
class Receipts:
    targets: Targets
    conversation: Conversation

    async def watch(self) -> None:
        """Keep up for ever. What could not be told now is told later."""
        while True:
            try:
                await self.tell()
            except (BotoCoreError, ClientError, OSError):
                await asyncio.sleep(AFTER_A_FAULT)
            await asyncio.sleep(PAUSE)

    async def tell(self) -> None:
        """Hand over the receipts of the oldest texts that have been on their way for long enough."""
        due, target = self._due(), await self.targets.current()
        name = target.functions.get(FUNCTION) if target else None
        if not due or target is None or name is None:
            return
        told = [(text, carrier.receipt(text, now())) for text in due]
        await asyncio.to_thread(_invoke, target, name, json.dumps(carrier.logged(told)))
        self.conversation.add(*(receipt for _, receipt in told))

    def _due(self) -> list[Text]:
        before = now() - ON_THE_WAY
        oldest = islice(self.conversation.undelivered.values(), AT_ONCE)
        return [text for text in oldest if from_text(text.at) <= before]


def _invoke(target: Target, name: str, event: str) -> None:
    target.client("lambda").invoke(FunctionName=name, InvocationType="Event", Payload=event)
