"""Brings what a phone answers to the stack, by the topic that a two-way number of AWS publishes to."""

import asyncio
import json
import uuid
from typing import Annotated

import msgspec
from msgspec import Meta

from infra.local.emulator import ACCOUNT
from infra.local.gateway.conversation import Conversation, Reply
from infra.local.gateway.target import Target
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.instants import now, to_text
from twofold.contracts.payloads.base import PhoneText, Request
from twofold.entrypoints.bodies import parse
from twofold.leads.read_phone import sender_of

TOPIC = "InboundTopicArn"
"""Under this name the stack tells where it listens."""

OUR_NUMBER = "+12125550101"
"""The number that people text to, of those that were set aside for fiction."""

KEYWORDS = frozenset({"STOP", "HELP"})
"""What End User Messaging knows by itself; all else comes under the keyword of the account."""


class ReplyRequest(Request, frozen=True):
    """What a phone texts. `from` is its number, with the country code."""

    sender: PhoneText = msgspec.field(name="from")
    text: Annotated[str, Meta(min_length=1, max_length=1600, pattern=r"\S")]


def read(raw: bytes) -> Reply:
    """Raises NotJson, or InvalidRequest that names the field."""
    asked = parse(raw, ReplyRequest)
    sender = sender_of(asked.sender)
    if sender is None:
        raise InvalidRequest(
            "Write the whole number with its country code: +48601234567.", code="not_a_number", field="from"
        )
    return Reply(id=str(uuid.uuid4()), sender=sender.e164, text=asked.text, at=to_text(now()))


async def bring(reply: Reply, conversation: Conversation, target: Target) -> None:
    """Publish the answer. Raises botocore's errors."""
    await asyncio.to_thread(_publish, target, json.dumps(_two_way(reply, conversation)))
    conversation.add(reply)


def _publish(target: Target, message: str) -> None:
    target.client("sns").publish(TopicArn=target.outputs[TOPIC], Message=message)


def _two_way(reply: Reply, conversation: Conversation) -> dict[str, str]:
    """https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html"""
    texts = conversation.texts(reply.sender)
    word = reply.text.strip().upper()
    said = {
        "originationNumber": reply.sender,
        "destinationNumber": OUR_NUMBER,
        "messageKeyword": word if word in KEYWORDS else f"KEYWORD_{ACCOUNT}",
        "messageBody": reply.text,
        "inboundMessageId": reply.id,
    }
    return said | ({"previousPublishedMessageId": texts[-1]["id"]} if texts else {})
