"""Finds a deployment by its environment's name, on this machine or in AWS, and lets this process act on it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError
from pynamodb.exceptions import PynamoDBException

from infra.commands.screen import CannotGoOn
from infra.environments import Environment, load
from infra.local.workspace import Workspace
from infra.outputs import STACK, read_outputs
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.secrets import derive_key
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import TableSettings
from twofold.leads.phone import LeadIdentity


@dataclass(frozen=True, slots=True)
class Deployment:
    """`client` is what `boto3.client(name, **client)` needs to reach it, `outputs` what its stack tells."""

    client: dict[str, str]
    outputs: dict[str, Any]

    @property
    def identify(self) -> LeadIdentity:
        """Turns numbers into this deployment's lead ids; inside `attached` only."""
        return LeadIdentity(derive_key(self.outputs["SecretNames"]["root"], "lead-id"))


def find(env: str) -> Deployment:
    """The deployment of that environment. Raises CannotGoOn, in one sentence, when there is none to act on."""
    environment = known(env)
    return _here() if environment.is_local else _in_aws(environment)


@contextmanager
def attached(env: str) -> Iterator[Deployment]:
    """Inside, every book is the deployment's own, as in one of its functions.

    Raises CannotGoOn when it cannot be found, does not answer or refuses.
    """
    deployment = find(env)
    _speak_to(deployment)
    with in_plain_words(env):
        connect(TableSettings(**deployment.outputs["TableNames"]))
        yield deployment


@contextmanager
def in_plain_words(env: str) -> Iterator[None]:
    """One sentence instead of a traceback for whatever AWS, or the emulator, says no to."""
    try:
        yield
    except (BotoCoreError, ClientError, PynamoDBException, Unavailable) as error:
        raise CannotGoOn(f"The deployment `{env}` did not do it: {error}") from None


def known(env: str) -> Environment:
    """The environment of that name. Raises CannotGoOn, listing the names, when there is none."""
    try:
        return load(env)
    except ValueError as refusal:
        raise CannotGoOn(str(refusal)) from None


def signed_in(environment: Environment) -> str:
    """The AWS account that this shell acts in. Raises CannotGoOn when it is none, or not the environment's."""
    try:
        account = boto3.client("sts", region_name=environment.region).get_caller_identity()["Account"]
    except (BotoCoreError, ClientError) as error:
        raise CannotGoOn(
            f"AWS does not know you: {error}\n"
            "  Sign in first (aws sso login, or AWS_PROFILE=…, or AWS_ACCESS_KEY_ID=…) and run it again."
        ) from None
    if environment.account not in (None, account):
        raise CannotGoOn(
            f"`{environment.name}` is account {environment.account}, and you are signed in to {account}."
        )
    return account


def _here() -> Deployment:
    aws = Workspace.current().read().get("aws")
    if not aws:
        raise CannotGoOn(
            "Nothing is deployed on this machine. Run `make up`, or name another place: ENV=dev."
        )
    return Deployment(dict(aws["client"]), dict(aws["outputs"]))


def _in_aws(environment: Environment) -> Deployment:
    account, client = signed_in(environment), {"region_name": environment.region}
    try:
        return Deployment(client, read_outputs(boto3.client("cloudformation", **client)))  # type: ignore[call-overload]
    except (BotoCoreError, ClientError) as error:
        raise CannotGoOn(
            f"There is no stack {STACK} to be reached in account {account}, {environment.region}: {error}"
        ) from None


def _speak_to(deployment: Deployment) -> None:
    """As Lambda tells a function where it is, and no more: in AWS, the credentials are the shell's own."""
    variables = {
        "region_name": ("AWS_REGION", "AWS_DEFAULT_REGION"),
        "endpoint_url": ("AWS_ENDPOINT_URL",),
        "aws_access_key_id": ("AWS_ACCESS_KEY_ID",),
        "aws_secret_access_key": ("AWS_SECRET_ACCESS_KEY",),
    }
    for field, value in deployment.client.items():
        os.environ.update(dict.fromkeys(variables[field], value))
