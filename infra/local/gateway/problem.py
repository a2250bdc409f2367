"""What the gateway says when it cannot do what was asked: the same kind of document as the API's own."""

from http import HTTPStatus

import msgspec
from aiohttp import web

from twofold.contracts.errors import TwofoldError
from twofold.contracts.payloads.problems import Problem
from twofold.entrypoints.problems import MEDIA_TYPE, describe


def problem(status: int, code: str, detail: str) -> web.Response:
    return _send(
        Problem(type="about:blank", title=HTTPStatus(status).phrase, status=status, detail=detail, code=code)
    )


def refusal(error: TwofoldError) -> web.Response:
    """As the API would refuse it, with the field at fault."""
    return _send(describe(error))


def emulator_down() -> web.Response:
    return problem(
        503, "emulator_down", "The emulator does not answer. Run `make up`; it mends what is down."
    )


def not_deployed() -> web.Response:
    return problem(503, "not_deployed", "Nothing is deployed yet. Run `make up`; it takes about a minute.")


def _send(document: Problem) -> web.Response:
    return web.Response(
        status=document.status,
        body=msgspec.json.encode(document),
        content_type=MEDIA_TYPE,
        headers={"Cache-Control": "no-store"},
    )
