"""An AWS in this process with all that the functions look for."""

from collections.abc import Iterator
from contextlib import contextmanager

import boto3

from tests.fakes.aws import FakeAws, running
from tests.fakes.tables import make_tables
from tests.functions.booted import BUS, SCHEDULES, SECRETS


@contextmanager
def furnished() -> Iterator[FakeAws]:
    """One for a whole run: moto knows no more than one account."""
    with running() as aws:
        make_tables(boto3.client("dynamodb", **aws.client))
        boto3.client("events", **aws.client).create_event_bus(Name=BUS)
        secrets = boto3.client("secretsmanager", **aws.client)
        for name, value in SECRETS.items():
            secrets.create_secret(Name=name, SecretString=value)
        boto3.client("scheduler", **aws.client).create_schedule_group(Name=SCHEDULES.group)
        yield aws
