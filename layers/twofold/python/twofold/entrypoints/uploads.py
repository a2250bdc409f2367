"""Between S3, which tells of a file that is there, and a use case."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_plus

from twofold.contracts.errors import DomainError
from twofold.contracts.uploads import FOLDER

from .observability import logger


def arrived(event: dict[str, Any], deed: Callable[[str], str]) -> None:
    """Do `deed` with the id of each file's import: the file is called by it.

    What cannot succeed (DomainError) is done with; anything else is raised, tried again, and ends in the dead letters.
    https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
    """
    for record in event["Records"]:
        name = import_id(record["s3"]["object"]["key"])
        logger.info(
            "taken_in", extra={"import_id": name, "outcome": _done(name, deed) if name else "not_ours"}
        )


def import_id(key: str) -> str | None:
    """As the key of the file says, which S3 tells as a form would; None for a file that is none of an import."""
    folder, _, file = unquote_plus(key).partition("/")
    return file.removesuffix(".csv") if folder == FOLDER and file.endswith(".csv") else None


def _done(name: str, deed: Callable[[str], str]) -> str:
    try:
        return deed(name)
    except DomainError as error:
        return error.code
