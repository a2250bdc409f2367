"""`make status`: what runs, where, and whether it answers and texts leave; of a deployment in AWS, the latter.

Exit code 1 when something that should run does not.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from infra.commands.screen import done, paint, say, warn
from infra.local import emulator
from infra.local.up import PEOPLE, STAFF_PAGE, gateway, serves
from infra.local.workspace import Workspace
from infra.operate.switch import is_paused


def main() -> None:
    env = os.environ.get("ENV") or "local"
    if env == "local":
        _machine()
    _texts(env)


def _machine() -> None:
    """Ends the command when something does not answer."""
    workspace = Workspace.current()
    stack = workspace.read()
    if not stack:
        say("  Nothing is deployed on this machine. Run `make up`.")
        sys.exit(1)
    healthy = all([_gateway(workspace, stack), _emulator(workspace, stack)])
    if not healthy:
        say("\n  Run `make up`; it mends what is down.")
        sys.exit(1)


def _texts(env: str) -> None:
    if is_paused(env):
        warn("Sending is paused: no text leaves until `make resume`.")
    else:
        done("Texts leave")


def _emulator(workspace: Workspace, stack: dict[str, Any]) -> bool:
    alive = emulator.piece(workspace).pid is not None and emulator.answers(stack["ports"]["emulator"])
    return _row("emulator", stack["aws"]["endpoint"], alive)


def _gateway(workspace: Workspace, stack: dict[str, Any]) -> bool:
    alive = gateway(workspace).pid is not None
    rows = [
        _row(name, stack.get(name, "nowhere"), alive and name in stack and serves(stack[name]), note)
        for name, note in {**PEOPLE, "staff": STAFF_PAGE}.items()
    ]
    return all(rows)


def _row(name: str, address: str, alive: bool, note: str = "") -> bool:
    if alive:
        done(f"{name:9} {address}", note)
    else:
        say(f"  {paint('✗', 31)} {name:9} {address}  {paint('does not answer', 31)}")
    return alive


if __name__ == "__main__":
    main()
