"""What several functions share: the edge, the database, the callers' keys."""

from functools import cache

from twofold.adapters.dynamodb.connection import SharedConnection, connect
from twofold.adapters.dynamodb.limits import DynamoCounter, LeasedCounter
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.adapters.secrets import read_secret
from twofold.contracts.instants import now
from twofold.contracts.settings import LimitSettings, SecretSettings, SiteSettings, TableSettings
from twofold.entrypoints.callers import Edge
from twofold.partners.keys import Authorize


@cache
def site() -> SiteSettings:
    return SiteSettings.from_env()


@cache
def database() -> SharedConnection:
    return connect(TableSettings.from_env())


def edge() -> Edge:
    return Edge(secret=read_secret(SecretSettings.from_env().need("edge")), site=site().url)


def authorize() -> Authorize:
    database()
    counter = DynamoCounter()
    return Authorize(
        keys=DynamoKeyBook(),
        failures=counter,
        rate=LeasedCounter(counter, ahead=True),
        limits=LimitSettings.from_env(),
        clock=now,
    )
