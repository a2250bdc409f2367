"""`make deploy ENV=dev`: the stack to AWS, once the environment's file and the shell's credentials allow it."""

from __future__ import annotations

import os
import subprocess
import sys

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from infra.environments import Environment, load
from infra.environments.check import check
from infra.local.deploy import QUIET, STACK
from infra.local.screen import CannotGoOn, done
from infra.local.workspace import ROOT

SETTINGS = {name: value for name, value in QUIET.items() if name != "CI"}
"""Not as in a pipeline: a person may be asked to approve what the deploy widens."""


def main() -> None:
    """Everything that would stop the deploy later is said now, in one sentence."""
    environment = _environment(os.environ.get("ENV", ""))
    account = _account(environment)
    done(f"Deploying `{environment.name}` to account {account}, {environment.region}")
    command = ["npx", "--no-install", "cdk", "deploy", STACK, "-c", f"env={environment.name}"]
    sys.exit(subprocess.run(command, cwd=ROOT, env=os.environ | SETTINGS).returncode)


def _environment(name: str) -> Environment:
    if name in ("", "local"):
        raise CannotGoOn("Say where to: make deploy ENV=dev. On this machine it is: make up.")
    try:
        environment = load(name)
        check(environment)
    except ValueError as refusal:
        raise CannotGoOn(str(refusal)) from None
    return environment


def _account(environment: Environment) -> str:
    try:
        return boto3.client("sts", region_name=environment.region).get_caller_identity()["Account"]
    except (BotoCoreError, ClientError) as error:
        raise CannotGoOn(
            f"AWS does not know you: {error}\n"
            "  Sign in first (aws sso login, or AWS_PROFILE=…, or AWS_ACCESS_KEY_ID=…) and run it again."
        ) from None


if __name__ == "__main__":
    main()
