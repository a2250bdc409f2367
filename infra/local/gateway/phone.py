"""A handset in the browser: every text that left, as its receiver would see it, and the same as JSON for tests."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator
from contextlib import suppress

import aiohttp
from aiohttp import web
from botocore.exceptions import BotoCoreError, ClientError

from infra.local.gateway.pages import doors, page, send
from infra.local.gateway.problem import problem
from infra.local.gateway.target import Targets
from infra.local.gateway.texts import Texts

TEXTS = web.AppKey("texts", Texts)
BIRTH = uuid.uuid4().hex[:8]
"""Which run of the gateway numbered the events: a browser that knows another run's starts afresh."""


def application(targets: Targets) -> web.Application:
    app = web.Application()
    app.cleanup_ctx.append(lambda started: _with_texts(started, targets))

    async def front(request: web.Request) -> web.Response:
        return send("phone.html", doors(targets.workspace.read()))

    app.router.add_get("/", front)
    for name in ("phone.css", "phone.js"):
        app.router.add_get(f"/{name}", page(name))
    app.router.add_get("/messages", messages)
    app.router.add_get("/stream", stream)
    return app


async def messages(request: web.Request) -> web.Response:
    """`[{to, text, at}]`, oldest first; `?to=` one number (a `+` that came as a space is forgiven)."""
    texts = request.app[TEXTS]
    number = request.query.get("to", "").replace(" ", "+") or None
    try:
        await texts.refresh(number)
    except (aiohttp.ClientError, TimeoutError, BotoCoreError, ClientError):
        return problem(
            503, "emulator_down", "The emulator does not answer. Run `make up`; it mends what is down."
        )
    return web.json_response(
        [text._asdict() for text in texts.to(number)], headers={"Cache-Control": "no-store"}
    )


async def stream(request: web.Request) -> web.StreamResponse:
    """Server-sent events: all texts so far that this browser has not had, then each as it comes."""
    texts = request.app[TEXTS]
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    sent = _had(request.headers.get("Last-Event-ID", ""))
    if not sent:
        await response.write(b"event: fresh\ndata: {}\n\n")
    with suppress(ConnectionError):
        while True:
            for text in texts.all[sent:]:
                sent += 1
                await response.write(f"id: {BIRTH}-{sent}\ndata: {json.dumps(text._asdict())}\n\n".encode())
            await _news_or_heartbeat(texts, sent, response)
    return response


async def _news_or_heartbeat(texts: Texts, sent: int, response: web.StreamResponse) -> None:
    try:
        await asyncio.wait_for(texts.beyond(sent), timeout=15)
    except TimeoutError:
        await response.write(b": still here\n\n")


def _had(event: str) -> int:
    birth, _, number = event.partition("-")
    return int(number) if birth == BIRTH and number.isdigit() else 0


async def _with_texts(app: web.Application, targets: Targets) -> AsyncIterator[None]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
        app[TEXTS] = Texts(targets, session)
        watching = asyncio.create_task(app[TEXTS].watch())
        yield
        watching.cancel()
