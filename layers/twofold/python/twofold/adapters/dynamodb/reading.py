"""Single reads, with the database's errors turned into ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from pynamodb.exceptions import DoesNotExist, PynamoDBConnectionError

from twofold.contracts.errors import Unavailable

from .items.item import Item

I = TypeVar("I", bound=Item)  # noqa: E741 - the item's type

_LONGEST_KEY = 2_048
"""Bytes of a partition key, by DynamoDB's limits."""


@contextmanager
def reaching_database() -> Iterator[None]:
    """Turns a database that does not answer into Unavailable."""
    try:
        yield
    except PynamoDBConnectionError as error:
        raise Unavailable("The database did not answer.") from error


def can_be_key(text: str) -> bool:
    """Whether an item can have this key at all; DynamoDB refuses to look for one that cannot."""
    return 0 < len(text.encode("utf-8", "replace")) <= _LONGEST_KEY


def read(kind: type[I], key: str, *, consistent: bool = True) -> I | None:
    """The item as it stands now; None when there is none. Raises Unavailable."""
    if not can_be_key(key):
        return None
    with reaching_database():
        try:
            return kind.get(key, consistent_read=consistent)
        except DoesNotExist:
            return None
