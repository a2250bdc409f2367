"""Our own requests to a bucket: each is a link that we sign and follow at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, BinaryIO

import urllib3
from urllib3.exceptions import HTTPError

from twofold.contracts.errors import Unavailable
from twofold.contracts.instants import Clock

from .s3_place import base_of, link_to
from .trust import trusted

Answer = urllib3.BaseHTTPResponse


@dataclass(frozen=True, slots=True, kw_only=True)
class S3Requests:
    """To `bucket`, whose name for people is `called`; each is good for `seconds`, and waits so long for an answer as
    `patience` says: while a file is put, S3 tells nothing.
    """

    bucket: str
    called: str
    clock: Clock
    seconds: int
    patience: float

    def ask(
        self,
        method: str,
        path: str,
        *,
        more: Mapping[str, str] = {},
        headers: Mapping[str, str] = {},
        body: BinaryIO | None = None,
    ) -> Answer:
        """`path` is quoted, `more` goes into the query. A file is wound back for another try. Raises Unavailable."""
        link = link_to(base_of(self.bucket), path, self.seconds, self.clock(), more=more, method=method)
        again = urllib3.Retry(3, backoff_factor=0.2, status_forcelist=(500, 503), raise_on_status=False)
        try:
            return _connections(self.patience).request(
                method, link, headers=dict(headers), body=body, retries=again
            )
        except HTTPError as error:
            raise Unavailable(f"The bucket of {self.called} did not answer.") from error

    def insist(self, answer: Answer, *good: int) -> Answer:
        """Raises Unavailable for any other status."""
        if answer.status not in good:
            raise Unavailable(f"The bucket of {self.called} answered {answer.status}.")
        return answer


@cache
def _connections(patience: float) -> urllib3.PoolManager:
    timeout = urllib3.Timeout(connect=2, read=patience)
    trust: dict[str, Any] = {"ssl_context": trusted()}
    return urllib3.PoolManager(timeout=timeout, **trust)
