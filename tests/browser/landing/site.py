"""Our own site for a browser: real functions answer it, in this process, with what a build adds to their files."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import parse_qsl

from tests.browser.serving import Answered, Asked
from tests.fakes import sample_events
from tests.fakes.samples import SITE
from tests.functions.house import House
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.route import Route


@dataclass
class Site:
    """`files` are those that a bundle makes, by path. `seen` is all that was asked; `cut` hangs up on forms."""

    house: House
    files: Mapping[str, tuple[str, str]]
    origin: str = ""
    cut: bool = False
    seen: list[Asked] = field(default_factory=list)
    sent: list[tuple[str, str]] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def answer(self, asked: Asked) -> Answered | None:
        self.seen.append(asked)
        if self.cut and asked.method == "POST":
            return None
        answered = self._answer(asked)
        self.sent.append((asked.path, answered.body))
        return answered

    def _answer(self, asked: Asked) -> Answered:
        if asked.path in self.files:
            media, content = self.files[asked.path]
            return Answered(media=media, body=content)
        for route in ROUTES:
            found = re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", route.path), asked.path)
            if found and route.method == asked.method:
                return self._served(route, found.groupdict(), asked)
        return Answered(404)

    def _served(self, route: Route, parts: dict[str, str], asked: Asked) -> Answered:
        event = sample_events.read("http/landing")
        event |= {
            "routeKey": f"{route.method} {route.path}",
            "rawPath": asked.path,
            "rawQueryString": asked.query,
            "queryStringParameters": dict(parse_qsl(asked.query)),
            "pathParameters": parts,
            "headers": self._at_home(asked.headers),
            "body": base64.b64encode(asked.body.encode()).decode(),
            "isBase64Encoded": True,
        }
        event["requestContext"]["http"] |= {"method": route.method, "path": asked.path}
        with self.lock:
            told = self.house.ask(route.function, event)
        media = told.headers.pop("content-type", "text/plain")
        told.headers.pop("content-length", None)
        return Answered(told.status, media, told.text, told.headers)

    def _at_home(self, headers: dict[str, str]) -> dict[str, str]:
        """The deployment believes to be at its own address, wherever this process listens."""
        own = headers.get("origin") == self.origin
        return headers | ({"origin": SITE} if own else {})
