"""A line to a provider that is not AWS: one POST, never repeated, answered within seconds or not at all.

Python's own client follows no redirects, keeps no connections and asks no proxies; and what happened before the
connection stood surely did not leave.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import SplitResult, urlsplit

from twofold.adapters.reach import cut_after, reach
from twofold.adapters.trust import trusted
from twofold.contracts.deadlines import ANSWER, REACH
from twofold.contracts.errors import OutcomeUnknown, Unavailable

from .answer import LONGEST, Answer

PATIENCE = ANSWER
"""Seconds from the request's first byte to the answer's last."""

_VISIBLE = re.compile(r"[!-~]+")
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class Line:
    """To `url`, which the setting `setting` names; `provider` is what errors call it.

    Only https, and http to this machine itself where `allow_loopback`. Raises ValueError, naming the setting.
    """

    def __init__(
        self, url: str, *, provider: str, setting: str, allow_loopback: bool, patience: float
    ) -> None:
        self._to = _read(url, setting, allow_loopback)
        self._provider = provider
        self._patience = patience

    def post(self, body: bytes, headers: Mapping[str, str], path: str = "") -> Answer:
        """`path` is added to the address. Raises Unavailable when nothing left, OutcomeUnknown without an answer."""
        place = f"{self._to.path.rstrip('/')}{path}" if path else self._to.path or "/"
        target = f"{place}?{self._to.query}" if self._to.query else place
        with self._connected() as connection:
            try:
                connection.request("POST", target, body, dict(headers))
                answer = connection.getresponse()
                told = {name.lower(): value for name, value in answer.getheaders()}
                return Answer(answer.status, told, answer.read(LONGEST + 1))
            except OSError as error:
                raise self._unknown() from error
            except HTTPException:
                raise self._unknown() from None  # it shows what was answered, which may repeat the text

    def _unknown(self) -> OutcomeUnknown:
        return OutcomeUnknown(f"{self._provider} did not say whether it took the text.")

    @contextmanager
    def _connected(self) -> Iterator[HTTPConnection]:
        """A connection that is cut when patience ends."""
        secure = self._to.scheme == "https"
        connection = (HTTPSConnection if secure else HTTPConnection)(str(self._to.hostname), self._to.port)
        context = trusted() if secure else None
        try:
            line = reach(connection.host, connection.port, seconds=REACH, context=context)
        except OSError as error:
            raise Unavailable(f"{self._provider} could not be reached.") from error
        line.settimeout(self._patience)
        connection.sock = line
        try:
            with cut_after(self._patience, line):
                yield connection
        finally:
            connection.close()


def _read(url: str, setting: str, allow_loopback: bool) -> SplitResult:
    wrong = f"{setting} must be an address like https://gateway.example/texts: https, without a name or a # in it."
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna"), parts.port
    except ValueError:
        raise ValueError(wrong) from None
    plain = parts.scheme == "http" and allow_loopback and parts.hostname in _LOOPBACK
    more = parts.username is not None or parts.fragment or not _VISIBLE.fullmatch(url)
    if not host or port == 0 or more or not (parts.scheme == "https" or plain):
        raise ValueError(wrong)
    return parts
