"""One stack for a whole test run: a folder and ports of its own, started by the same code as `make up`."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import httpx

from infra.local.addresses import NAMES, any_free
from infra.local.down import down
from infra.local.up import up
from infra.local.workspace import LOCAL, Workspace

RUNS = LOCAL / "test-runs"


@dataclass(frozen=True)
class Stack:
    """The addresses as in `stack.json`; `aws` is what `boto3.client(name, **aws)` needs."""

    site: str
    api: str
    admin: str
    phone: str
    shop: str
    keys: dict[str, str]
    assets: dict[str, str]
    aws: dict[str, str]
    outputs: dict[str, Any]

    def client(self, service: str) -> Any:
        return boto3.client(service, **self.aws)  # type: ignore[call-overload]

    def table(self, name: str) -> Any:
        """By its name in `contracts.tables`."""
        resource = boto3.resource("dynamodb", **self.aws)  # type: ignore[call-overload]
        return resource.Table(self.outputs["TableNames"][name])

    def texts(self, number: str) -> list[dict[str, str]]:
        """What that phone got so far, oldest first."""
        found: list[dict[str, str]] = httpx.get(f"{self.phone}/messages", params={"to": number}).json()
        return found


def read(workspace: Workspace) -> Stack:
    told = workspace.read()
    own = {name: told[name] for name in ("site", "api", "admin", "phone", "shop", "keys", "assets")}
    return Stack(**own, aws=told["aws"]["client"], outputs=told["aws"]["outputs"])


@contextmanager
def running() -> Iterator[Stack]:
    """Up, and down again whatever happens. What a killed run left behind is ended first."""
    RUNS.mkdir(parents=True, exist_ok=True)
    _sweep()
    workspace = Workspace(RUNS / str(os.getpid()))
    with workspace.path("owner").open("w") as owner:
        fcntl.flock(owner, fcntl.LOCK_EX)
        workspace.write({"ports": {name: any_free() for name in NAMES}})
        try:
            up(workspace)
            yield read(workspace)
        finally:
            down(workspace)
    shutil.rmtree(workspace.folder, ignore_errors=True)


def _sweep() -> None:
    for folder in RUNS.iterdir():
        if not _owned(folder / "owner"):
            down(Workspace(folder))
            shutil.rmtree(folder, ignore_errors=True)


def _owned(lock: Path) -> bool:
    """Held by a run that is still going."""
    if not lock.is_file():
        return False
    with lock.open() as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
