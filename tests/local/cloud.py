"""A stand-in for the emulator behind the phone: a box of texts, a topic, a function, a table; all of it is kept."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web

from infra.local.gateway import phone
from infra.local.gateway.target import Targets
from infra.local.gateway.texts import BOX
from infra.local.workspace import Workspace

PUBLISHED = (
    '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>1</MessageId>'
    "</PublishResult></PublishResponse>"
)


@dataclass
class Cloud:
    """`texts` is the emulator's box; `broken` is how many calls of the function it will not take."""

    texts: list[dict[str, str]] = field(default_factory=list)
    published: list[dict[str, str]] = field(default_factory=list)
    invoked: list[dict[str, Any]] = field(default_factory=list)
    broken: int = 0

    def send(self, key: str, to: str = "+48601234567", text: str = "Hello") -> None:
        self.texts.append({"MessageId": key, "PhoneNumber": to, "Message": text})

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_get(BOX, self._box)
        app.router.add_post("/2015-03-31/functions/{name}/invocations", self._invoke)
        app.router.add_post("/", self._aws)
        return app

    async def _box(self, request: web.Request) -> web.Response:
        wanted = request.query.get("phoneNumber")
        return web.json_response(
            {"sms_messages": {"all": [text for text in self.texts if wanted in (None, text["PhoneNumber"])]}}
        )

    async def _invoke(self, request: web.Request) -> web.Response:
        if self.broken:
            self.broken -= 1
            return web.Response(status=500)
        assert request.headers["X-Amz-Invocation-Type"] == "Event"
        self.invoked.append(await request.json())
        return web.Response(status=202)

    async def _aws(self, request: web.Request) -> web.Response:
        target = request.headers.get("X-Amz-Target", "")
        if target.startswith("secretsmanager"):
            return web.json_response({"SecretString": "sesame"})
        if target.startswith("DynamoDB"):
            return web.json_response({"Items": [{"keyword": {"S": "BUFFET"}}]})
        asked = await request.post()
        self.published.append({name: str(value) for name, value in asked.items()})
        return web.Response(text=PUBLISHED, content_type="text/xml")


@dataclass
class Phone:
    """The phone page's address with a client for it, and what stands behind; `deploy` is what `make up` ends with."""

    url: str
    client: ClientSession
    cloud: Cloud
    deploy: Callable[[], None]


@asynccontextmanager
async def phone_before(cloud: Cloud, folder: Path, *, deployed: bool = True) -> AsyncIterator[Phone]:
    """The phone as `make up` starts it, with its memory in the folder."""
    behind, port = await _serve(cloud.application())
    workspace = Workspace(folder)
    deploy = partial(workspace.write, _stack(f"http://127.0.0.1:{port}"))
    workspace.write({"ports": {"phone": 1}})
    if deployed:
        deploy()
    front, port = await _serve(phone.application(Targets(workspace)))
    try:
        async with ClientSession() as client:
            yield Phone(f"http://127.0.0.1:{port}", client, cloud, deploy)
    finally:
        for runner in (front, behind):
            await runner.cleanup()


async def _serve(app: web.Application) -> tuple[web.AppRunner, int]:
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, runner.addresses[0][1]


def _stack(endpoint: str) -> dict[str, Any]:
    outputs = {
        "InboundTopicArn": "arn:aws:sns:eu-central-1:000000000000:inbound",
        "FunctionNames": {"receive_callbacks": "callbacks"},
        "TableNames": {"assets": "assets"},
    }
    client = {"endpoint_url": endpoint, "region_name": "eu-central-1"}
    keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
    aws = {"client": client | keys, "outputs": outputs, "api_id": "api", "edge_secret": "edge"}
    return {
        "site": "http://127.0.0.1:1",
        "api": "",
        "admin": "",
        "phone": "",
        "aws": json.loads(json.dumps(aws)),
    }
