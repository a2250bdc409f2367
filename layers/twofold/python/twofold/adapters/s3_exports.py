"""Files of exports in the deployment's own bucket: put, removed, and handed out by links that S3 honours for minutes.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from twofold.contracts.exports import PERSONAL, folder_of
from twofold.contracts.instants import Clock
from twofold.exports.model import Export

from .s3_place import base_of, link_to
from .s3_requests import S3Requests

GOOD_FOR = 900
"""Seconds in which a download must begin."""

_OWN = 900
"""Seconds for which our own requests are good: a large file takes a while to be put, and is perhaps put again."""

PATIENCE = 60
"""Seconds for an answer: it comes when S3 has stored a whole file."""

_KEY = re.compile(rf"<Key>{PERSONAL}/([^/<]+)/([^/<]+)</Key>")
_MORE = re.compile(r"<NextContinuationToken>([^<]+)</NextContinuationToken>")


@dataclass(frozen=True, slots=True, kw_only=True)
class S3Exports:
    """Files lie in `bucket`, below the folder of their kind and the id of their export."""

    bucket: str
    clock: Clock

    def put(self, job: Export, name: str, content: BinaryIO, size: int) -> None:
        headers, requests = {"Content-Length": str(size)}, self._requests
        requests.insist(requests.ask("PUT", _path(job, name), headers=headers, body=content), 200)

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
        more, requests = dict[str, str](), self._requests
        while True:
            asked = {"list-type": "2", "prefix": f"{PERSONAL}/", **more}
            page = requests.insist(requests.ask("GET", "/", more=asked), 200).data.decode()
            yield from _KEY.findall(page)
            token = _MORE.search(page)
            if not token:
                return
            more = {"continuation-token": token[1]}

    def _delete(self, path: str) -> None:
        """One that is not there is gone as well."""
        self._requests.insist(self._requests.ask("DELETE", path), 204, 404)

    @property
    def _requests(self) -> S3Requests:
        return S3Requests(
            bucket=self.bucket, called="exports", clock=self.clock, seconds=_OWN, patience=PATIENCE
        )


def _path(job: Export, name: str) -> str:
    return f"/{folder_of(job.kind)}/{job.export_id}/{name}"
