"""The operator's commands (`infra.operate`), aimed at the emulator; with `ENV=dev` or `prod`, at AWS.

python -m infra.local.operate key codes:read codes:redeem
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

from infra.local.emulator import client_environment
from infra.local.screen import CannotGoOn, step, warn
from infra.local.workspace import PYTHON, ROOT, Workspace
from twofold.contracts.routes import SCOPES


def furnish(workspace: Workspace, stack: dict[str, Any]) -> dict[str, Any]:
    """A campaign to meet and a key that may do everything, unless the stack has them already."""
    found: dict[str, Any] = {}
    environment = client_environment(stack["aws"]["endpoint"]) | {"TWOFOLD_LOCAL": str(workspace.folder)}
    if "assets" not in stack and _exists("seed"):
        with step("A campaign to try"):
            found["assets"] = json.loads(_said("seed", [], environment))["assets"]
    if "keys" not in stack and _exists("key"):
        with step("An API key"):
            found["keys"] = {"all": _said("key", list(SCOPES), environment).split()[-1]}
    return found


def environment(stack: dict[str, Any]) -> dict[str, str]:
    """The one that the command runs in: this machine's stack, or whatever account the shell is signed in to."""
    if os.environ.get("ENV", "local") != "local":
        return dict(os.environ)
    if not stack:
        raise CannotGoOn(
            "Nothing is deployed on this machine. Run `make up`, or name an environment: ENV=dev."
        )
    return client_environment(stack["aws"]["endpoint"])


def _exists(command: str) -> bool:
    if find_spec(f"infra.operate.{command}"):
        return True
    warn(f"There is no `infra.operate.{command}`; the stack stays without what it would make.")
    return False


def _said(command: str, arguments: list[str], environment: dict[str, str]) -> str:
    """What it printed. Raises CannotGoOn with its own words when it fails."""
    line = [str(PYTHON), "-m", f"infra.operate.{command}", *arguments]
    result = subprocess.run(
        line, cwd=ROOT, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    if result.returncode:
        raise CannotGoOn(f"`infra.operate.{command}` failed:\n{result.stderr[-3000:]}")
    return str(result.stdout)


def main() -> None:
    command, *arguments = sys.argv[1:]
    told = environment(Workspace.current().read())
    sys.exit(
        subprocess.run([PYTHON, "-m", f"infra.operate.{command}", *arguments], cwd=ROOT, env=told).returncode
    )


if __name__ == "__main__":
    main()
