"""All functions behind one WSGI application, as an HTTP API calls them: for whatever speaks to such applications."""

import base64
import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl

from moto.core.botocore_stubber import BotocoreStubber

from tests.fakes import sample_events
from tests.functions.house import House
from twofold.contracts.errors import NotFound
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.route import Route
from twofold.entrypoints import problems

UNROUTED = 404
"""What is answered where no function is: an address that is none of ours."""

NOT_FOUND = problems.write(problems.describe(NotFound("There is nothing at this address."))).encode()

Start = Callable[[str, list[tuple[str, str]]], Any]


class Taking:
    """AWS whose Lambda takes whatever is handed over, as one that has the functions; what comes of it is not seen."""

    def __init__(self, stubber: BotocoreStubber) -> None:
        self._stubber = stubber

    def process_request(self, request: Any) -> Any:
        handed_over = request.url.partition("?")[0].endswith("/invocations")
        return (202, {}, "") if handed_over else self._stubber.process_request(request)


class Front:
    """`answered` counts the answers by status; `house` may be another one for each test."""

    def __init__(self) -> None:
        self.house: House | None = None
        self.answered: Counter[int] = Counter()
        self._rules = [(re.compile(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", r.path)), r) for r in ROUTES]

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        status, headers, body = self._answer(environ)
        self.answered[status] += 1
        start(f"{status} -", list(headers.items()))
        return [body]

    def _answer(self, environ: dict[str, Any]) -> tuple[int, dict[str, str], bytes]:
        path = environ["REQUEST_URI"].partition("?")[0]
        for rule, route in self._rules:
            found = rule.fullmatch(path)
            if found and route.method == environ["REQUEST_METHOD"]:
                return self._served(route, path, found.groupdict(), environ)
        return UNROUTED, {"content-type": "application/problem+json"}, NOT_FOUND

    def _served(
        self, route: Route, path: str, ids: dict[str, str], environ: dict[str, Any]
    ) -> tuple[int, dict[str, str], bytes]:
        assert self.house
        told = self.house.boot(route.function)(_event(route, path, ids, environ))
        headers = {name.lower(): value for name, value in told["headers"].items()}
        headers |= {name.lower(): ", ".join(all_) for name, all_ in told.get("multiValueHeaders", {}).items()}
        text = told.get("body") or ""
        return (
            told["statusCode"],
            headers,
            base64.b64decode(text) if told.get("isBase64Encoded") else text.encode(),
        )


def _event(route: Route, path: str, ids: dict[str, str], environ: dict[str, Any]) -> dict[str, Any]:
    body, query = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)), environ["QUERY_STRING"]
    event = sample_events.read("http/openapi")
    event |= {
        "routeKey": f"{route.method} {route.path}",
        "rawPath": path,
        "rawQueryString": query,
        "headers": _headers(environ),
        "pathParameters": ids,
        **({"queryStringParameters": _joined(query)} if query else {}),
        **({"body": base64.b64encode(body).decode(), "isBase64Encoded": True} if body else {}),
    }
    event["requestContext"]["http"] |= {"method": route.method, "path": path}
    return event


def _headers(environ: dict[str, Any]) -> dict[str, str]:
    named = {key[5:]: value for key, value in environ.items() if key.startswith("HTTP_")}
    named |= {key: environ[key] for key in ("CONTENT_TYPE", "CONTENT_LENGTH") if environ.get(key)}
    return {name.lower().replace("_", "-"): value for name, value in named.items()}


def _joined(query: str) -> dict[str, str]:
    """A parameter that comes twice has both values, with a comma between, as an HTTP API tells it."""
    found: dict[str, list[str]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        found.setdefault(name, []).append(value)
    return {name: ",".join(values) for name, values in found.items()}
