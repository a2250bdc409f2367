"""Single reads, with the database's errors turned into ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from pynamodb.exceptions import DoesNotExist, PynamoDBConnectionError

from twofold.contracts.errors import Unavailable

from .items.item import Item

I = TypeVar("I", bound=Item)  # noqa: E741 - the item's type


@contextmanager
def reaching_database() -> Iterator[None]:
    """Turns a database that does not answer into Unavailable."""
    try:
        yield
    except PynamoDBConnectionError as error:
        raise Unavailable("The database did not answer.") from error


def read(kind: type[I], key: str, *, consistent: bool = True) -> I | None:
    """The item as it stands now; None when there is none. Raises Unavailable."""
    with reaching_database():
        try:
            return kind.get(key, consistent_read=consistent)
        except DoesNotExist:
            return None
