"""Between S3, which tells of a file that is there, or the function itself, which goes on with one, and a use case."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote_plus

from twofold.contracts.errors import DomainError
from twofold.contracts.uploads import FOLDER

from .observability import logger

Deed = Callable[[str, Callable[[], float]], str]


def arrived(event: dict[str, Any], context: Any, deed: Deed) -> None:
    """Do `deed` with the id of each file's import, by which the file is called, and the seconds that are left.

    What cannot succeed (DomainError) is done with; anything else is raised, tried again, and ends in the dead letters.
    https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
    """
    for name in _named(event):
        outcome = (
            _done(name, lambda each: deed(each, lambda: context.get_remaining_time_in_millis() / 1_000))
            if name
            else "not_ours"
        )
        logger.info("taken_in", extra={"import_id": name, "outcome": outcome})


def _named(event: dict[str, Any]) -> Iterator[str | None]:
    if "import" in event:
        yield str(event["import"])
        return
    for record in event["Records"]:
        yield import_id(record["s3"]["object"]["key"])


def import_id(key: str) -> str | None:
    """As the key of the file says, which S3 tells as a form would; None for a file that is none of an import."""
    folder, _, file = unquote_plus(key).partition("/")
    return file.removesuffix(".csv") if folder == FOLDER and file.endswith(".csv") else None


def _done(name: str, deed: Callable[[str], str]) -> str:
    try:
        return deed(name)
    except DomainError as error:
        return error.code
