"""`make deploy ENV=dev`: the stack to AWS, once the environment's file and the shell's credentials allow it."""

from __future__ import annotations

import os
import subprocess
import sys

from infra.commands.screen import CannotGoOn, done
from infra.environments import Environment
from infra.environments.check import EnvironmentIncomplete, check
from infra.local.deploy import QUIET
from infra.local.workspace import ROOT
from infra.operate.deployment import known, signed_in
from infra.outputs import STACK

SETTINGS = {name: value for name, value in QUIET.items() if name != "CI"}
"""Not as in a pipeline: a person may be asked to approve what the deploy widens."""


def main() -> None:
    """Everything that would stop the deploy later is said now, in one sentence."""
    environment = _environment(os.environ.get("ENV", ""))
    account = signed_in(environment)
    done(f"Deploying `{environment.name}` to account {account}, {environment.region}")
    command = ["npx", "--no-install", "cdk", "deploy", STACK, "-c", f"env={environment.name}"]
    sys.exit(subprocess.run(command, cwd=ROOT, env=os.environ | SETTINGS).returncode)


def _environment(name: str) -> Environment:
    if name in ("", "local"):
        raise CannotGoOn("Say where to: make deploy ENV=dev. On this machine it is: make up.")
    environment = known(name)
    try:
        check(environment)
    except EnvironmentIncomplete as refusal:
        raise CannotGoOn(str(refusal)) from None
    return environment


if __name__ == "__main__":
    main()
