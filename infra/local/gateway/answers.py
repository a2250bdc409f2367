"""How the phone answers scripts: in JSON, and in a problem document where it cannot do what was asked."""

import json
from collections.abc import Awaitable, Callable

import aiohttp
from aiohttp import web
from botocore.exceptions import BotoCoreError, ClientError

from infra.local.gateway.problem import emulator_down, problem, refusal
from twofold.contracts.errors import TwofoldError

LARGEST_BODY = 16 * 1024

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def plainly(handler: Answer) -> Answer:
    """The handler, whose refusals are problem documents."""

    async def answered(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except TwofoldError as error:
            return refusal(error)
        except web.HTTPRequestEntityTooLarge:
            return problem(413, "too_large", f"The body may have at most {LARGEST_BODY // 1024} kB.")
        except ClientError as error:
            return problem(502, "emulator_refused", f"The emulator refused: {error}")
        except (aiohttp.ClientError, TimeoutError, BotoCoreError):
            return emulator_down()

    return answered


def send_json(content: object, status: int = 200) -> web.Response:
    headers = {"Cache-Control": "no-store"}
    return web.json_response(content, status=status, headers=headers, dumps=_readably)


def _readably(content: object) -> str:
    return json.dumps(content, ensure_ascii=False)
