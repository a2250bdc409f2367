"""A bucket on a port of this process, for links that are signed in their query."""

import hashlib
import re
from contextlib import AbstractContextManager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from tests.fakes.serving import serving


class FakeS3(ThreadingHTTPServer):
    """`files` by their path, `asked` what was asked for, `faults` the statuses that the next requests get instead.

    `page` names are listed at a time.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[str, bytes] = {}
        self.asked: list[tuple[str, str, str | None]] = []
        self.faults: list[int] = []
        self.page = 1_000

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


def tag(content: bytes) -> str:
    return f'"{hashlib.md5(content).hexdigest()}"'


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: FakeS3

    def do_HEAD(self) -> None:
        self._read(b"")

    def do_GET(self) -> None:
        asked = parse_qs(urlsplit(self.path).query)
        if "list-type" in asked:
            return self._list(asked["prefix"][0], asked.get("continuation-token", [""])[0])
        content = self.server.files.get(self._path(), b"")
        if "Range" not in self.headers:
            return self._read(content)
        first, last = map(int, re.findall(r"\d+", self.headers["Range"]))
        return self._read(content[first : last + 1], 206)

    def do_DELETE(self) -> None:
        self.server.files.pop(self._path(), None)
        self._answer(204)

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.server.faults:
            return self._answer(self.server.faults.pop(0))
        if self.server.faults:
            return self._answer(self.server.faults.pop(0))
        signed = parse_qs(urlsplit(self.path).query)["X-Amz-SignedHeaders"][0].split(";")
        if not all(self.headers.get(name) for name in signed):
            return self._answer(403)
        if self._path() in self.server.files and self.headers.get("If-None-Match") == "*":
            return self._answer(412)
        self.server.files[self._path()] = body
        return self._answer(200)

    def _list(self, prefix: str, after: str) -> None:
        """A page of `page` names below the bucket, which is the first part of every path."""
        keys = sorted(path.split("/", 2)[2] for path in self.server.files)
        found = [key for key in keys if key.startswith(prefix) and key > after]
        page, more = found[: self.server.page], found[self.server.page :]
        names = "".join(f"<Contents><Key>{key}</Key></Contents>" for key in page)
        token = f"<NextContinuationToken>{page[-1]}</NextContinuationToken>" if more else ""
        listed = f"<ListBucketResult>{names}{token}</ListBucketResult>".encode()
        return self._answer(self.server.faults.pop(0) if self.server.faults else 200, listed)

    def _read(self, part: bytes, status: int = 200) -> None:
        content = self.server.files.get(self._path())
        self.server.asked.append((self.command, self._path(), self.headers.get("Range")))
        if self.server.faults:
            return self._answer(self.server.faults.pop(0))
        if content is None:
            return self._answer(404)
        if self.headers.get("If-Match") not in (None, tag(content)):
            return self._answer(412)
        return self._answer(status, part, content)

    def _answer(self, status: int, part: bytes = b"", content: bytes | None = None) -> None:
        self.send_response(status)
        if content is not None:
            self.send_header("ETag", tag(content))
        length = len(content) if content is not None and self.command == "HEAD" else len(part)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(part)

    def _path(self) -> str:
        return unquote(urlsplit(self.path).path)

    def log_message(self, *args: object) -> None:
        """Says nothing: the tests do."""


def running() -> AbstractContextManager[FakeS3]:
    return serving(FakeS3())
