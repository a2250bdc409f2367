"""What stands behind the gateway, as `stack.json` has it at the moment."""

import asyncio
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import boto3
from botocore.config import Config

from infra.local.workspace import Workspace

QUICK = Config(connect_timeout=2, read_timeout=5, retries={"total_max_attempts": 1})
"""Whoever waits is told at once when the emulator is down."""


@dataclass(frozen=True)
class Target:
    """The emulator, and the API that was deployed to it with the secret that its edge presents."""

    endpoint: str
    api: str
    edge_secret: str
    stack: dict[str, Any] = field(repr=False)

    @property
    def outputs(self) -> dict[str, Any]:
        return dict(self.stack["aws"]["outputs"])

    @property
    def functions(self) -> dict[str, str]:
        """What each is called where it is deployed, by the name of its folder."""
        return dict(self.outputs["FunctionNames"])

    def client(self, service: str) -> Any:
        """As boto3 makes it; the same for each who asks."""
        return _client(service, tuple(self.stack["aws"]["client"].items()))


@dataclass
class Targets:
    """Reads `stack.json` again when it has changed; the secret with it, because a new stack has a new one."""

    workspace: Workspace
    _known: Target | None = None
    _version: int = -1

    async def current(self) -> Target | None:
        """None while nothing is deployed."""
        file = self.workspace.folder / "stack.json"
        version = file.stat().st_mtime_ns if file.is_file() else 0
        if version != self._version:
            self._known = await asyncio.to_thread(_read, self.workspace)
            self._version = version
        return self._known


@cache
def _client(service: str, settings: tuple[tuple[str, str], ...]) -> Any:
    return boto3.client(service, config=QUICK, **dict(settings))  # type: ignore[call-overload]


def _read(workspace: Workspace) -> Target | None:
    stack = workspace.read()
    aws = stack.get("aws")
    if aws is None:
        return None
    secrets = boto3.client("secretsmanager", config=QUICK, **aws["client"])
    return Target(
        endpoint=aws["client"]["endpoint_url"],
        api=f"{aws['client']['endpoint_url']}/_aws/execute-api/{aws['api_id']}/$default",
        edge_secret=secrets.get_secret_value(SecretId=aws["edge_secret"])["SecretString"],
        stack=stack,
    )
