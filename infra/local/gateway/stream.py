"""Server-sent events of a conversation: all that was said so far and a browser has not had, then each as it comes."""

import asyncio
import uuid
from contextlib import suppress

import msgspec
from aiohttp import web

from infra.local.gateway.conversation import Conversation

BIRTH = uuid.uuid4().hex[:8]
"""Which run of the gateway numbered the events: a browser that knows another run's starts afresh."""

HEARTBEAT = 15


async def follow(request: web.Request, conversation: Conversation) -> web.StreamResponse:
    """Until the browser has enough. Each event is an entry of the conversation, as JSON."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    sent = had(request.headers.get("Last-Event-ID", ""))
    with suppress(ConnectionError):
        if not sent:
            await response.write(b"event: fresh\ndata: {}\n\n")
        while True:
            for entry in conversation.entries[sent:]:
                sent += 1
                data = msgspec.json.encode(entry).decode()
                await response.write(f"id: {BIRTH}-{sent}\ndata: {data}\n\n".encode())
            await _news_or_heartbeat(conversation, sent, response)
    return response


def had(event: str) -> int:
    """How many entries a browser has, that names this event as its last."""
    birth, _, number = event.partition("-")
    return int(number) if birth == BIRTH and number.isdigit() else 0


async def _news_or_heartbeat(conversation: Conversation, sent: int, response: web.StreamResponse) -> None:
    try:
        await asyncio.wait_for(conversation.beyond(sent), timeout=HEARTBEAT)
    except TimeoutError:
        await response.write(b": still here\n\n")
