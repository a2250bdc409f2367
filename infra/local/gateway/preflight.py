"""A browser's OPTIONS, brought to the function that the stack routes it to.

The emulator refuses every OPTIONS by itself where an API has no CORS of its own; AWS routes it like any other.
"""

import asyncio
import json
import re
from collections.abc import Mapping
from typing import Any

import boto3
from aiohttp import web

from infra.local.gateway.target import Target
from twofold.contracts.routes.catalogue import ROUTES


async def answer(request: web.Request, headers: Mapping[str, str], target: Target) -> web.Response:
    """What the function says; 404 as the API's when no route has the path."""
    function = _function(request.path)
    if function is None:
        return web.json_response({"message": "Not Found"}, status=404)
    name = target.stack["aws"]["outputs"]["FunctionNames"][function]
    said = await asyncio.to_thread(_invoke, target, name, _event(request, headers))
    return web.Response(
        status=said["statusCode"], headers=said.get("headers", {}), text=str(said.get("body") or "")
    )


def _function(path: str) -> str | None:
    for route in ROUTES:
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", route.path), path):
            return route.function
    return None


def _invoke(target: Target, name: str, event: dict[str, Any]) -> dict[str, Any]:
    client = boto3.client("lambda", **target.stack["aws"]["client"])
    reply = client.invoke(FunctionName=name, Payload=json.dumps(event).encode())
    said: dict[str, Any] = json.loads(reply["Payload"].read())
    return (
        said if "statusCode" in said else {"statusCode": 500, "body": '{"message":"Internal Server Error"}'}
    )


def _event(request: web.Request, headers: Mapping[str, str]) -> dict[str, Any]:
    """Payload format 2.0, as an HTTP API writes it."""
    http = {
        "method": request.method,
        "path": request.path,
        "protocol": "HTTP/1.1",
        "sourceIp": request.remote or "",
        "userAgent": request.headers.get("User-Agent", ""),
    }
    return {
        "version": "2.0",
        "routeKey": f"{request.method} {request.path}",
        "rawPath": request.path,
        "rawQueryString": request.query_string,
        "headers": {name.lower(): value for name, value in headers.items()},
        "requestContext": {"http": http, "stage": "$default", "requestId": "preflight", "timeEpoch": 0},
        "isBase64Encoded": False,
    }
