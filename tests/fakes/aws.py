"""AWS on a port of this process: moto behind a plain HTTP server, one request at a time.

What is under test signs and sends its own requests, so it needs a wire; the lock makes each request atomic, which
moto alone is not.
"""

import json
import re
import threading
from contextlib import AbstractContextManager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from botocore.awsrequest import AWSPreparedRequest
from botocore.compat import HTTPHeaders
from moto.backends import get_backend
from moto.core.botocore_stubber import BotocoreStubber

from tests.fakes.serving import serving

REGION = "eu-central-1"
ACCOUNT = "123456789012"
"""The account that moto plays."""

_SCOPE = re.compile(r"Credential=[^/]+/\d+/(?P<region>[^/]+)/(?P<service>[^/]+)/")


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to a request instead: this answer, or none; `done` says whether it is done all the same."""

    status: int = 0
    body: str = ""
    done: bool = False


class FakeAws(ThreadingHTTPServer):
    """`calls` are the operations asked for, as `DynamoDB_20120810.GetItem`, with what they were asked.

    A service that names none in a header is noted by its own name.

    `faults` befall the next requests, one each; None lets a request pass.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.lock = threading.Lock()
        self.stubber = BotocoreStubber()
        self.calls: list[tuple[str, Any]] = []
        self.faults: list[Fault | None] = []

    @property
    def environment(self) -> dict[str, str]:
        """What points a process at it."""
        return {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.server_port}",
            "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing",
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
        }

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Number and words of every text that SNS took, oldest first."""
        sns = get_backend("sns")[ACCOUNT][REGION]
        return [(number, text) for number, text, *_ in sns.sms_messages.values()]

    @property
    def client(self) -> dict[str, Any]:
        """What points a boto3 client at it."""
        return {
            "endpoint_url": self.environment["AWS_ENDPOINT_URL"],
            "region_name": REGION,
            "aws_access_key_id": "testing",
            "aws_secret_access_key": "testing",
        }

    def empty(self) -> None:
        """Forget every item, text and call."""
        self.calls.clear()
        self.faults.clear()
        get_backend("sns")[ACCOUNT][REGION].sms_messages.clear()
        for table in get_backend("dynamodb")[ACCOUNT][REGION].tables.values():
            table.items.clear()

    def rows(self, table: str) -> list[dict[str, Any]]:
        """All items of a table, each attribute without its type."""
        found = get_backend("dynamodb")[ACCOUNT][REGION].tables[table].all_items()
        return [{n: v.get("S", v) for n, v in i.to_json()["Attributes"].items()} for i in found]

    def tables(self) -> list[str]:
        return sorted(get_backend("dynamodb")[ACCOUNT][REGION].tables)

    def operations(self) -> list[str]:
        return [operation for operation, _ in self.calls]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: FakeAws

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        scope = _SCOPE.search(self.headers["Authorization"])
        assert scope, "every request is signed"
        url = f"https://{scope['service']}.{scope['region']}.amazonaws.com{self.path}"
        headers = HTTPHeaders()
        for name, value in self.headers.items():
            headers[name] = value
        request = AWSPreparedRequest(self.command, url, headers, body, False)
        with self.server.lock:
            self._note(scope["service"], body)
            fault = self.server.faults.pop(0) if self.server.faults else None
            if fault is None or fault.done:
                status, told, content = self.server.stubber.process_request(request) or (404, {}, "")
        if fault is None:
            self._reply(status, told, content.encode() if isinstance(content, str) else content)
        elif fault.status:
            self._reply(fault.status, {}, fault.body.encode())
        else:
            self.close_connection = True

    def _note(self, service: str, body: bytes) -> None:
        target = self.headers.get("X-Amz-Target")
        self.server.calls.append((target, json.loads(body)) if target else (service, body.decode()))

    def _reply(self, status: int, headers: dict[str, Any], content: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in ("content-length", "date", "server", "connection"):
                self.send_header(name, str(value))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: Any) -> None:
        """Says nothing: the tests do."""


def running() -> AbstractContextManager[FakeAws]:
    return serving(FakeAws())
