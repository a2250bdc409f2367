"""Files of exports in the deployment's own bucket: put, removed, and handed out by links that S3 honours for minutes.

Every request is such a link, ours too. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, BinaryIO

import urllib3
from urllib3.exceptions import HTTPError

from twofold.contracts.errors import Unavailable
from twofold.contracts.exports import PERSONAL, folder_of
from twofold.contracts.instants import Clock
from twofold.exports.model import Export

from .s3_place import base_of, link_to
from .trust import trusted

GOOD_FOR = 900
"""Seconds in which a download must begin."""

_OWN = 900
"""Seconds for which our own requests are good: a large file takes a while to be put, and is perhaps put again."""

_KEY = re.compile(rf"<Key>{PERSONAL}/([^/<]+)/([^/<]+)</Key>")
_MORE = re.compile(r"<NextContinuationToken>([^<]+)</NextContinuationToken>")


@dataclass(frozen=True, slots=True, kw_only=True)
class S3Exports:
    """Files lie in `bucket`, below the folder of their kind and the id of their export."""

    bucket: str
    clock: Clock

    def put(self, job: Export, name: str, content: BinaryIO, size: int) -> None:
        headers = {"Content-Length": str(size)}
        self._insist(self._ask("PUT", _path(job, name), {}, headers, content), 200)

    def remove(self, job: Export) -> int:
        numbers = range(1, len(job.parts) + 2)
        for number in numbers:
            self._delete(_path(job, job.name_of(number)))
        return len(numbers)

    def address(self, job: Export, name: str, at: datetime) -> str:
        """The browser saves the file under a name that says what it is."""
        saved = f"{job.kind}-{job.opened_at:%Y-%m-%d}-{name}"
        more = {"response-content-disposition": f'attachment; filename="{saved}"'}
        return link_to(base_of(self.bucket), _path(job, name), GOOD_FOR, at, more=more)

    def personal(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for export_id, name in self._listed():
            found.setdefault(export_id, []).append(name)
        return found

    def remove_personal(self, export_id: str, names: Sequence[str]) -> None:
        for name in names:
            self._delete(f"/{PERSONAL}/{export_id}/{name}")

    def _listed(self) -> Iterator[tuple[str, str]]:
        more: dict[str, str] = {}
        while True:
            answer = self._ask("GET", "/", {"list-type": "2", "prefix": f"{PERSONAL}/", **more}, {})
            self._insist(answer, 200)
            page = answer.data.decode()
            yield from _KEY.findall(page)
            token = _MORE.search(page)
            if not token:
                return
            more = {"continuation-token": token[1]}

    def _delete(self, path: str) -> None:
        """One that is not there is gone as well."""
        self._insist(self._ask("DELETE", path, {}, {}), 204, 404)

    def _ask(
        self,
        method: str,
        path: str,
        more: dict[str, str],
        headers: dict[str, str],
        body: BinaryIO | None = None,
    ) -> urllib3.BaseHTTPResponse:
        link = link_to(base_of(self.bucket), path, _OWN, self.clock(), more=more, method=method)
        again = urllib3.Retry(3, backoff_factor=0.2, status_forcelist=(500, 503), raise_on_status=False)
        try:
            return _connections().request(method, link, headers=headers, body=body, retries=again)
        except HTTPError as error:
            raise Unavailable("The bucket of exports did not answer.") from error

    def _insist(self, answer: urllib3.BaseHTTPResponse, *good: int) -> None:
        if answer.status not in good:
            raise Unavailable(f"The bucket of exports answered {answer.status}.")


def _path(job: Export, name: str) -> str:
    return f"/{folder_of(job.kind)}/{job.export_id}/{name}"


@cache
def _connections() -> urllib3.PoolManager:
    timeout = urllib3.Timeout(connect=2, read=60)
    trust: dict[str, Any] = {"ssl_context": trusted()}
    return urllib3.PoolManager(timeout=timeout, **trust)
