"""What all functions share: where we are, and the database."""

from functools import cache

from twofold.adapters.dynamodb.connection import SharedConnection, connect
from twofold.contracts.settings import SiteSettings, TableSettings


@cache
def site() -> SiteSettings:
    return SiteSettings.from_env()


@cache
def database() -> SharedConnection:
    return connect(TableSettings.from_env())
