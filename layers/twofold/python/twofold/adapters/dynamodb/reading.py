"""Single reads, with the database's errors turned into ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from botocore.exceptions import ClientError
from pynamodb.exceptions import DoesNotExist, PutError, PynamoDBConnectionError, UpdateError

from twofold.contracts.errors import Unavailable

from .items.item import Item

I = TypeVar("I", bound=Item)  # noqa: E741 - the item's type

_UNMET = "ConditionalCheckFailedException"

_LONGEST_KEY, _LONGEST_SORT_KEY = 2_048, 1_024
"""Bytes of a partition key and of a sort key, by DynamoDB's limits."""


@contextmanager
def reaching_database() -> Iterator[None]:
    """Turns a database that does not answer into Unavailable."""
    try:
        yield
    except PynamoDBConnectionError as error:
        raise Unavailable("The database did not answer.") from error


def unmet(error: UpdateError | PutError) -> bool:
    """Whether the condition did not hold. PynamoDB's own property fails when there was no answer to look at."""
    cause = error.cause
    return isinstance(cause, ClientError) and cause.response["Error"]["Code"] == _UNMET


def can_be_key(text: str, most: int = _LONGEST_KEY) -> bool:
    """Whether an item can have this key at all; DynamoDB refuses to look for one that cannot."""
    return 0 < len(text.encode("utf-8", "replace")) <= most


def read(kind: type[I], key: str, sort: str | None = None, *, consistent: bool = True) -> I | None:
    """The item, None when there is none. Raises Unavailable.

    It is as it stands now; where it is kept for seconds anyway, not `consistent` costs half.
    """
    if not can_be_key(key) or not (sort is None or can_be_key(sort, _LONGEST_SORT_KEY)):
        return None
    with reaching_database():
        try:
            return kind.get(key, sort, consistent_read=consistent)
        except DoesNotExist:
            return None
