"""The edge of one machine: passes every request to the API byte for byte, and vouches for the client's address."""

from collections.abc import AsyncIterator, Mapping

import aiohttp
from aiohttp import web
from botocore.exceptions import BotoCoreError, ClientError
from multidict import CIMultiDict
from yarl import URL

from infra.local.gateway import preflight
from infra.local.gateway.problem import emulator_down, not_deployed, problem
from infra.local.gateway.target import Target, Targets
from twofold.contracts.edge import SECRET_HEADER, VIEWER_HEADER

LARGEST_BODY = 10 * 1024 * 1024
"""An HTTP API takes no more than this on AWS."""

LONGEST = aiohttp.ClientTimeout(total=35, connect=5)
OF_ONE_HOP = frozenset(
    {"connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection"}
    | {"te", "trailer", "transfer-encoding", "upgrade"}
)
NOT_FORWARDED = OF_ONE_HOP | {"host", "content-length", SECRET_HEADER, VIEWER_HEADER}
SESSION = web.AppKey("session", aiohttp.ClientSession)


def application(targets: Targets) -> web.Application:
    app = web.Application(client_max_size=LARGEST_BODY)

    async def forward(request: web.Request) -> web.StreamResponse:
        return await _forward(request, targets)

    app.router.add_route("*", r"/{anything:[\s\S]*}", forward)
    app.cleanup_ctx.append(_with_session)
    return app


async def _forward(request: web.Request, targets: Targets) -> web.StreamResponse:
    if not request.raw_path.startswith("/") or not request.raw_path.isascii():
        return problem(400, "bad_target", "The address of the request is not a path.")
    try:
        target = await targets.current()
        if target is None:
            return not_deployed()
        return await _pass_on(request, target)
    except TimeoutError:
        return problem(504, "no_answer_in_time", "The function took longer than an HTTP API waits.")
    except (aiohttp.ClientError, BotoCoreError, ClientError):
        return emulator_down()


async def _pass_on(request: web.Request, target: Target) -> web.StreamResponse:
    headers = _forwarded(request, target.edge_secret)
    if request.method == "OPTIONS":
        return await preflight.answer(request, headers, target)
    async with request.app[SESSION].request(
        request.method,
        URL(target.api + request.raw_path, encoded=True),
        headers=headers,
        data=await request.read() or None,
        allow_redirects=False,
    ) as answer:
        body = await answer.read()
        return web.Response(
            status=answer.status,
            reason=answer.reason,
            headers=_without(answer.headers, OF_ONE_HOP),
            body=body,
        )


def _forwarded(request: web.Request, secret: str) -> CIMultiDict[str]:
    """The client's headers, except what only the edge may say: the secret, and whom it saw."""
    headers = _without(request.headers, NOT_FORWARDED)
    headers[SECRET_HEADER] = secret
    headers[VIEWER_HEADER] = _viewer(request)
    return headers


def _viewer(request: web.Request) -> str:
    peer = request.transport.get_extra_info("peername") if request.transport else None
    return f"{peer[0]}:{peer[1]}" if peer else ""


def _without(headers: Mapping[str, str], names: frozenset[str]) -> CIMultiDict[str]:
    return CIMultiDict((name, value) for name, value in headers.items() if name.lower() not in names)


async def _with_session(app: web.Application) -> AsyncIterator[None]:
    """As many connections as callers; nothing added, decoded, remembered or followed on their behalf."""
    app[SESSION] = aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0),
        timeout=LONGEST,
        auto_decompress=False,
        cookie_jar=aiohttp.DummyCookieJar(),
        skip_auto_headers=("Accept", "Accept-Encoding", "User-Agent", "Content-Type"),
    )
    yield
    await app[SESSION].close()
