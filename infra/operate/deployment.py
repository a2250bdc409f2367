"""Finds a running deployment and points this process at it, as if it were one of its functions."""

import json
import os
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from infra.local.workspace import Workspace
from twofold.adapters.dynamodb.connection import SharedConnection, connect
from twofold.contracts.settings import TableSettings

STACK = "Twofold"


class NotFoundHere(SystemExit):
    """There is no deployment to act on; says what to do about it."""


def attach(env: str) -> SharedConnection:
    """Connect to the tables of the deployment `env`: `local` is this machine's, any other is in AWS."""
    outputs = _local() if env == "local" else _outputs(boto3.client("cloudformation"))
    return connect(TableSettings(**json.loads(_text(outputs["TableNames"]))))


def _local() -> dict[str, Any]:
    aws = Workspace.current().read().get("aws")
    if not aws:
        raise NotFoundHere("Nothing runs on this machine. Start it with `make up`.")
    client = aws["client"]
    os.environ["AWS_ENDPOINT_URL"] = client["endpoint_url"]
    os.environ["AWS_ACCESS_KEY_ID"] = client["aws_access_key_id"]
    os.environ["AWS_SECRET_ACCESS_KEY"] = client["aws_secret_access_key"]
    os.environ["AWS_REGION"] = os.environ["AWS_DEFAULT_REGION"] = client["region_name"]
    return dict(aws["outputs"])


def _outputs(cloudformation: Any) -> dict[str, Any]:
    try:
        stack = cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]
    except (BotoCoreError, ClientError) as error:
        raise NotFoundHere(
            f"There is no stack {STACK} to be reached with these AWS credentials: {error}"
        ) from error
    os.environ.setdefault("AWS_REGION", cloudformation.meta.region_name)
    return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
