"""A handset in the browser: every text that left, what became of it, a way to answer; the same as JSON for scripts."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
from aiohttp import web

from infra.local.gateway import replies
from infra.local.gateway.answers import LARGEST_BODY, plainly, send_json
from infra.local.gateway.conversation import Conversation
from infra.local.gateway.pages import doors, page, send
from infra.local.gateway.problem import not_deployed, problem
from infra.local.gateway.receipts import Receipts
from infra.local.gateway.stream import follow
from infra.local.gateway.suggestions import suggestions
from infra.local.gateway.target import Targets
from infra.local.gateway.texts import Texts

TARGETS = web.AppKey("targets", Targets)
TEXTS = web.AppKey("texts", Texts)
FILES = ("phone.css", "phone.js", "thread.js", "compose.js", "element.js")


def application(targets: Targets) -> web.Application:
    app = web.Application(client_max_size=LARGEST_BODY)
    app[TARGETS] = targets
    app.cleanup_ctx.append(_with_texts)
    app.router.add_get("/", front)
    for name in FILES:
        app.router.add_get(f"/{name}", page(name))
    app.router.add_get("/messages", plainly(messages))
    app.router.add_post("/replies", plainly(answer))
    app.router.add_get("/suggestions", plainly(suggest))
    app.router.add_get("/stream", stream)
    return app


async def front(request: web.Request) -> web.Response:
    return send("phone.html", doors(request.app[TARGETS].workspace.read()))


async def messages(request: web.Request) -> web.Response:
    """`[{id, to, text, at, state, why?}]`, oldest first; `?to=` one number (a `+` that came as a space is forgiven).

    `state` is sent, delivered or failed.
    """
    texts = request.app[TEXTS]
    number = request.query.get("to", "").replace(" ", "+") or None
    await texts.refresh(number)
    return send_json(texts.conversation.texts(number))


async def answer(request: web.Request) -> web.Response:
    """202 with `{id, from, text, at}` once the stack has the answer."""
    origin = request.headers.get("Origin")
    if origin not in (None, f"{request.scheme}://{request.host}"):
        return problem(403, "origin_not_allowed", "Only this page may text in your name.")
    reply = replies.read(await request.read())
    target = await request.app[TARGETS].current()
    if target is None or replies.TOPIC not in target.outputs:
        return not_deployed()
    await replies.bring(reply, request.app[TEXTS].conversation, target)
    return send_json({"id": reply.id, "from": reply.sender, "text": reply.text, "at": reply.at}, status=202)


async def suggest(request: web.Request) -> web.Response:
    return send_json(await suggestions(await request.app[TARGETS].current()))


async def stream(request: web.Request) -> web.StreamResponse:
    return await follow(request, request.app[TEXTS].conversation)


async def _with_texts(app: web.Application) -> AsyncIterator[None]:
    targets = app[TARGETS]
    conversation = Conversation(targets.workspace.conversation)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
        app[TEXTS] = Texts(targets, session, conversation)
        tasks = [asyncio.create_task(each.watch()) for each in (app[TEXTS], Receipts(targets, conversation))]
        for task in tasks:
            task.add_done_callback(_say_if_broken)
        yield
        for task in tasks:
            task.cancel()


def _say_if_broken(task: asyncio.Task[None]) -> None:
    """A bug that ended a watch stands in the gateway's log."""
    if not task.cancelled() and (error := task.exception()):
        context = {"message": "The phone watches no more", "exception": error, "task": task}
        task.get_loop().call_exception_handler(context)
