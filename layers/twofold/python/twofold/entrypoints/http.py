"""Between API Gateway and a use case: routing, parsing and answers."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote

import msgspec
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, CORSConfig, Response

from twofold.codes.once import Done
from twofold.codes.ports import RequestKey
from twofold.contracts.errors import NotFound, TwofoldError
from twofold.contracts.payloads.base import Answer
from twofold.contracts.routes.route import Route
from twofold.contracts.settings import SiteSettings
from twofold.partners.keys import ApiKey
from twofold.visits.click import Click
from twofold.visits.visitor import Visitor

from . import callers, queries
from .bodies import parse, raw_body
from .caching import NO_STORE
from .callers import Edge
from .door import Door as Door
from .door import rated
from .observability import logger
from .refusals import admit_a_bug, refuse

Deed = Callable[..., Any]


def resolver(site: SiteSettings) -> APIGatewayHttpResolver:
    """A router that turns every error into a problem document; shops' origins may call it from a browser."""
    cors = CORSConfig(
        allow_origin=site.url,
        extra_origins=list(site.origins),
        allow_headers=["Content-Type", "Idempotency-Key"],
        max_age=600,
    )
    app = APIGatewayHttpResolver(cors=cors)
    app.exception_handler(TwofoldError)(lambda error: rated(app, refuse(error)))
    app.exception_handler(Exception)(lambda error: rated(app, admit_a_bug(error)))
    app.not_found(lambda _: refuse(NotFound("There is nothing at this address.")))
    return app


def serve(app: APIGatewayHttpResolver, route: Route, door: Door | None = None) -> Callable[[Deed], Deed]:
    """Registers what answers at a route; one with scopes is answered only to a caller whose key has them.
    The deed gets the ids of the path as they were meant: `a%20b` is `a b`. What such an address says behind its `?`
    is insisted on, and every answer tells how often the key may still call.

    Raises ValueError when the function starts and such a route has no door.
    """
    if route.scopes and door is None:
        raise ValueError(f"{route.path} needs a key, so it needs a door.")

    def register(deed: Deed) -> Deed:
        def guarded(**ids: str) -> Any:
            # They come as they stand in the address, and nobody behind this line knows of addresses.
            meant = {name: unquote(escaped) for name, escaped in ids.items()}
            if not (door and route.scopes):
                return deed(**meant)
            door.open(app, route)
            callers.idempotency_key(app.current_event)
            said = queries.read(app.current_event, route)
            app.append_context(said=said)  # type: ignore[no-untyped-call]
            return rated(app, deed(**meant))

        return app.route(route.rule, method=route.method)(guarded)

    return register


def body(app: APIGatewayHttpResolver, route: Route) -> bytes:
    """The raw body. Raises TooLarge beyond the route's limit."""
    event = app.current_event
    return raw_body(event.body, base64_encoded=bool(event.is_base64_encoded), limit=route.limit)


def request(app: APIGatewayHttpResolver, route: Route) -> Any:
    """The request that the route's body type describes. Raises TooLarge, NotJson, InvalidRequest."""
    assert route.body is not None
    return parse(body(app, route), route.body)


def visitor(app: APIGatewayHttpResolver, edge: Edge) -> Visitor:
    return edge.visitor(app.current_event)


def click(app: APIGatewayHttpResolver, edge: Edge) -> Click:
    """Who opens a link, as far as the request tells; the network is kept as a keyless mark only."""
    return callers.click(app.current_event, edge)


def query(app: APIGatewayHttpResolver) -> Mapping[str, Any]:
    """What the address of a route with scopes says behind its `?`, by name, as the route's types have it."""
    return app.context["said"]  # type: ignore[no-any-return]


def caller(app: APIGatewayHttpResolver) -> ApiKey:
    """Whose key opened the door of this route."""
    return app.context["caller"].key  # type: ignore[no-any-return]


def request_key(app: APIGatewayHttpResolver, route: Route) -> RequestKey | None:
    """The caller's Idempotency-Key, if they sent one. Raises InvalidRequest, TooLarge."""
    return callers.request_key(app.current_event, caller(app), body(app, route))


def wished_locale(app: APIGatewayHttpResolver) -> str | None:
    """The locale that the address asks for, else the browser's first one."""
    return callers.wished_locale(app.current_event)


def answer(status: int, content: Answer, headers: dict[str, str] | None = None) -> Response[str]:
    logger.info("answered", extra={"status": status, "kind": type(content).__name__})
    return Response(
        status, "application/json", msgspec.json.encode(content).decode(), dict(headers or NO_STORE)
    )


def done(outcome: Done[Any]) -> Response[str]:
    """201 for who made it true, 200 for who asked again."""
    return answer(201 if outcome.new else 200, outcome.answer)


def nothing() -> Response[str]:
    """Done, and there is nothing to tell."""
    logger.info("answered", extra={"status": 204, "kind": "nothing"})
    return Response(204, body="", headers=dict(NO_STORE))


def page(media: str, content: str, headers: dict[str, str]) -> Response[str]:
    logger.info("answered", extra={"status": 200, "kind": media})
    return Response(200, media, content, headers)


def redirect(target: str) -> Response[str]:
    """On to another page. Nobody keeps the answer, so that every click is counted."""
    logger.info("answered", extra={"status": 302, "kind": "link"})
    return Response(302, "text/html; charset=utf-8", "", {**NO_STORE, "Location": target})


def drawing(text: str) -> Response[str]:
    """`text` as a QR code."""
    from .qr import draw_qr

    # Only those who ask for a drawing wait for the library to load.
    return page("image/svg+xml", draw_qr(text), {"Cache-Control": "public, max-age=86400"})
