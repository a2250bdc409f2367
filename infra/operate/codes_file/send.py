"""Puts a file where an import waits for it, and tells how far it is."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import urllib3
from urllib3.exceptions import HTTPError

from infra.commands.screen import CannotGoOn
from twofold.contracts.payloads.imports import ImportOpened

PIECE = 256 * 1024

THERE = 412
"""What S3 answers when the file is there already: a try before this one whose answer was lost."""


def send(file: Path, size: int, opened: ImportOpened, told: Callable[[int], None]) -> None:
    """`told` hears how many bytes have gone. Raises CannotGoOn."""
    headers = {**opened.upload_headers, "Content-Length": str(size)}
    try:
        with file.open("rb") as content:
            body = _pieces(content, told)
            answer = urllib3.request("PUT", opened.upload_url, body=body, headers=headers, retries=False)
    except HTTPError as error:
        raise CannotGoOn(f"The file did not arrive ({type(error).__name__}). Run it again.") from None
    if answer.status not in (200, THERE):
        raise CannotGoOn(
            f"The bucket of uploads said {answer.status}: {answer.data[:300].decode('utf-8', 'replace')}"
        )


def _pieces(content: BinaryIO, told: Callable[[int], None]) -> Iterator[bytes]:
    gone = 0
    while piece := content.read(PIECE):
        yield piece
        gone += len(piece)
        told(gone)
