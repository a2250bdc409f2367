"""Files that others put into the deployment's bucket, by links that S3 honours for some minutes, and that we read.

Every request is such a link, ours too.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, BinaryIO
from urllib.parse import quote

import urllib3
from urllib3.exceptions import HTTPError

from twofold.contracts.errors import Unavailable
from twofold.contracts.instants import Clock
from twofold.contracts.uploads import FAULTS, FOLDER
from twofold.imports.model import Upload
from twofold.imports.ports import FileChanged, Link, Place

from .s3_place import base_of, link_to
from .trust import trusted

OPEN = timedelta(minutes=15)
"""For which a file can be put. S3 looks at the beginning of an upload, so a slow one comes to its end."""

ONCE = {"If-None-Match": "*"}
"""S3 refuses (412) to put a file where there is one:
https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html"""

PIECE = 1024 * 1024
"""Bytes that are read at a time."""

_OWN = 60
"""Seconds for which our own requests are good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class S3Uploads:
    """Files lie in `bucket`, below the folders of `contracts.uploads`, each by the id of its import."""

    bucket: str
    clock: Clock

    def place(self, import_id: str, at: datetime) -> Place:
        link = self._link("PUT", _file(import_id), at, int(OPEN.total_seconds()), ONCE)
        return Place(url=link, headers=ONCE, until=at + OPEN)

    def find(self, import_id: str) -> Upload | None:
        answer = self._ask("HEAD", import_id, {})
        if answer.status == 404:
            return None
        _insist(answer, 200)
        return Upload(int(answer.headers["Content-Length"]), answer.headers["ETag"])

    def piece(self, import_id: str, upload: Upload, start: int) -> bytes:
        end = min(start + PIECE, upload.size) - 1
        if end < start:
            return b""
        answer = self._ask("GET", import_id, {"Range": f"bytes={start}-{end}", "If-Match": upload.tag})
        if answer.status in (404, 412):
            raise FileChanged
        _insist(answer, 206)
        return answer.data

    def remove(self, import_id: str) -> None:
        _insist(self._ask("DELETE", import_id, {}), 204)

    def keep_faults(self, import_id: str, content: BinaryIO, size: int) -> None:
        link = self._link("PUT", _faults(import_id), self.clock(), _OWN, {})
        # A file that is read as it is sent is wound back for another try.
        _insist(_request("PUT", link, {"Content-Length": str(size)}, content), 200)

    def faults(self, import_id: str, at: datetime) -> Link:
        link = self._link("GET", _faults(import_id), at, int(OPEN.total_seconds()), {})
        return Link(link, at + OPEN)

    def _ask(self, method: str, import_id: str, headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
        return _request(method, self._link(method, _file(import_id), self.clock(), _OWN, {}), headers)

    def _link(self, method: str, path: str, at: datetime, seconds: int, headers: dict[str, str]) -> str:
        return link_to(base_of(self.bucket), path, seconds, at, method=method, headers=headers)


def _file(import_id: str) -> str:
    return f"/{FOLDER}/{quote(import_id, safe='')}.csv"


def _faults(import_id: str) -> str:
    return f"/{FAULTS}/{quote(import_id, safe='')}.csv"


def _request(
    method: str, link: str, headers: dict[str, str], body: BinaryIO | None = None
) -> urllib3.BaseHTTPResponse:
    again = urllib3.Retry(3, backoff_factor=0.2, status_forcelist=(500, 503), raise_on_status=False)
    try:
        return _connections().request(method, link, headers=headers, body=body, retries=again)
    except HTTPError as error:
        raise Unavailable("The bucket of uploads did not answer.") from error


def _insist(answer: urllib3.BaseHTTPResponse, status: int) -> None:
    if answer.status != status:
        raise Unavailable(f"The bucket of uploads answered {answer.status}.")


@cache
def _connections() -> urllib3.PoolManager:
    timeout = urllib3.Timeout(connect=2, read=30)
    trust: dict[str, Any] = {"ssl_context": trusted()}
    return urllib3.PoolManager(timeout=timeout, **trust)
