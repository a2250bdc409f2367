"""Files that others put into the deployment's bucket, by links that S3 honours for some minutes, and that we read."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import BinaryIO
from urllib.parse import quote

from twofold.contracts.instants import Clock
from twofold.contracts.uploads import FAULTS, FOLDER
from twofold.imports.model import Upload
from twofold.imports.ports import FileChanged, Link, Place

from .s3_place import base_of, link_to
from .s3_requests import S3Requests

OPEN = timedelta(minutes=15)
"""For which a file can be put. S3 looks at the beginning of an upload, so a slow one comes to its end."""

ONCE = {"If-None-Match": "*"}
"""S3 refuses (412) to put a file where there is one:
https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html"""

PIECE = 1024 * 1024
"""Bytes that are read at a time."""

_OWN = 60
"""Seconds for which our own requests are good."""

PATIENCE = 30
"""Seconds for an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class S3Uploads:
    """Files lie in `bucket`, below the folders of `contracts.uploads`, each by the id of its import."""

    bucket: str
    clock: Clock

    def place(self, import_id: str, at: datetime) -> Place:
        link = self._link("PUT", _file(import_id), at, ONCE)
        return Place(url=link, headers=ONCE, until=at + OPEN)

    def find(self, import_id: str) -> Upload | None:
        answer = self._requests.ask("HEAD", _file(import_id))
        if answer.status == 404:
            return None
        self._requests.insist(answer, 200)
        return Upload(int(answer.headers["Content-Length"]), answer.headers["ETag"])

    def piece(self, import_id: str, upload: Upload, start: int) -> bytes:
        end = min(start + PIECE, upload.size) - 1
        if end < start:
            return b""
        wanted = {"Range": f"bytes={start}-{end}", "If-Match": upload.tag}
        answer = self._requests.ask("GET", _file(import_id), headers=wanted)
        if answer.status in (404, 412):
            raise FileChanged
        return self._requests.insist(answer, 206).data

    def remove(self, import_id: str) -> None:
        self._requests.insist(self._requests.ask("DELETE", _file(import_id)), 204)

    def keep_faults(self, import_id: str, content: BinaryIO, size: int) -> None:
        headers, requests = {"Content-Length": str(size)}, self._requests
        requests.insist(requests.ask("PUT", _faults(import_id), headers=headers, body=content), 200)

    def faults(self, import_id: str, at: datetime) -> Link:
        return Link(self._link("GET", _faults(import_id), at, {}), at + OPEN)

    def _link(self, method: str, path: str, at: datetime, headers: dict[str, str]) -> str:
        seconds = int(OPEN.total_seconds())
        return link_to(base_of(self.bucket), path, seconds, at, method=method, headers=headers)

    @property
    def _requests(self) -> S3Requests:
        return S3Requests(
            bucket=self.bucket, called="uploads", clock=self.clock, seconds=_OWN, patience=PATIENCE
        )


def _file(import_id: str) -> str:
    return f"/{FOLDER}/{quote(import_id, safe='')}.csv"


def _faults(import_id: str) -> str:
    return f"/{FAULTS}/{quote(import_id, safe='')}.csv"
