"""What the functions behind our address share: the edge, and the callers' keys."""

from twofold.adapters.dynamodb.limits import DynamoCounter, LeasedCounter
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.adapters.secrets import read_secret
from twofold.contracts.instants import now
from twofold.contracts.settings import LimitSettings, SecretSettings
from twofold.entrypoints.callers import Edge
from twofold.partners.keys import Authorize

from .shared import database, site


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
