"""The stack onto the emulator, by the CDK as onto AWS; and what came of it."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import ClientError

from infra.commands.screen import CannotGoOn, during, step
from infra.local.emulator import ACCOUNT, REGION, client_environment
from infra.local.workspace import ROOT, Workspace
from infra.outputs import STACK, read_outputs

TITLE = "The stack (the first deploy takes a minute)"
QUALIFIER = "hnb659fds"
QUIET = {
    "CDK_DISABLE_CLI_TELEMETRY": "true",
    "CI": "true",
    "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "20,21,23",
    "JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "true",
}
COUNT = re.compile(r"\|\s*(\d+)/(\d+)\s*\|.*\|\s*(AWS::\S+)")


def client(endpoint: str) -> dict[str, str]:
    """What `boto3.client(name, **…)` needs to speak to the emulator. Its keys are words, not secrets."""
    keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
    return {"endpoint_url": endpoint, "region_name": REGION, **keys}


def deploy(workspace: Workspace, endpoint: str, *, site: str, shop: str) -> dict[str, Any]:
    """Deploys what has changed and returns the `aws` part of `stack.json`; pages of `shop` may call the API.

    Raises CannotGoOn with the end of the CDK's own words when it fails.
    """
    _asset_bucket(endpoint)
    with step(TITLE):
        _cdk(workspace, endpoint, {"env": "local", "site_url": site, "shop_url": shop})
    outputs = read_outputs(boto3.client("cloudformation", **client(endpoint)))  # type: ignore[call-overload]
    return {
        "client": client(endpoint),
        "endpoint": endpoint,
        "region": REGION,
        "stack": STACK,
        "api_id": outputs["ApiUrl"].split("//")[1].split(".")[0],
        "edge_secret": outputs["SecretNames"]["edge"],
        "outputs": outputs,
    }


def _cdk(workspace: Workspace, endpoint: str, context: dict[str, str]) -> None:
    log = workspace.path("deploy.log")
    told = [word for name, value in context.items() for word in ("-c", f"{name}={value}")]
    command = ["npx", "--no-install", "cdk", "deploy", STACK, *told]
    options = [
        "--require-approval",
        "never",
        "--progress",
        "events",
        "--output",
        str(workspace.path("cdk.out")),
    ]
    process = subprocess.Popen(
        [*command, *options],
        cwd=ROOT,
        env=client_environment(endpoint) | QUIET,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    _follow(process.stdout, log)
    if process.wait():
        hint = "When the code is right and it still fails, `make down && make up` starts clean."
        raise CannotGoOn(f"The deploy failed. {log} ends:\n{_tail(log)}\n\n  {hint}")


def _follow(lines: Iterable[str], log: Path) -> None:
    """Everything into the log; on the screen, how far it has come."""
    began = time.monotonic()
    with log.open("w") as file:
        for line in lines:
            file.write(line)
            found = COUNT.search(line)
            note = f"{found[1]} of {found[2]} · {found[3]}" if found else line.strip()
            during(TITLE, f"{time.monotonic() - began:.0f} s  {note}")


def _tail(log: Path) -> str:
    return "\n".join(log.read_text().splitlines()[-25:])


def _asset_bucket(endpoint: str) -> None:
    """All that a bootstrapped account would be needed for: the bucket that the CDK uploads to."""
    s3 = boto3.client("s3", **client(endpoint))  # type: ignore[call-overload]
    try:
        s3.create_bucket(
            Bucket=f"cdk-{QUALIFIER}-assets-{ACCOUNT}-{REGION}",
            CreateBucketConfiguration={"LocationConstraint": REGION},
        )
    except ClientError as error:
        if error.response["Error"]["Code"] not in ("BucketAlreadyOwnedByYou", "BucketAlreadyExists"):
            raise
