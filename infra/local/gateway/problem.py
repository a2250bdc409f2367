"""What the gateway says when it cannot pass a request on: the same kind of document as the API's own."""

from http import HTTPStatus

import msgspec
from aiohttp import web

from twofold.contracts.payloads import Problem


def problem(status: int, code: str, detail: str) -> web.Response:
    document = Problem(
        type="about:blank", title=HTTPStatus(status).phrase, status=status, detail=detail, code=code
    )
    headers = {"Cache-Control": "no-store"}
    return web.Response(
        status=status,
        body=msgspec.json.encode(document),
        content_type="application/problem+json",
        headers=headers,
    )
