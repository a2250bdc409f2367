"""Between what providers bring, by whichever way, and the two deeds that take it in."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, TypeVar

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response

from twofold.contracts.errors import DomainError, NotFound, Untrusted
from twofold.contracts.routes.route import Route
from twofold.messages.receipts.model import Receipt
from twofold.messages.replies.model import InboundText

from . import http
from .caching import NO_STORE
from .observability import logger
from .senders import Delivered, Signed

T = TypeVar("T", InboundText, Receipt)

TEXT_MESSAGES = "aws.sms-voice"
"""The source of End User Messaging's events."""

NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
"""TwiML without a verb: whatever we answer to a text leaves as a text of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """`receive` takes answers in, `settle` receipts; both say how it ended, and change nothing the second time."""

    receive: Callable[[InboundText], str]
    settle: Callable[[Receipt], str]

    def text(self, app: APIGatewayHttpResolver, route: Route, sender: Signed | None) -> None:
        """Take in the answer that was posted. Raises Untrusted, InvalidRequest, TooLarge, Unavailable, and NotFound
        where the provider is not set up."""
        said = _there(sender).inbound(*_posted(app, route))
        _log(said, self.receive(said))

    def status(self, app: APIGatewayHttpResolver, route: Route, sender: Signed | None) -> None:
        """Take in the receipt that was posted. Raises as `text` does."""
        said = _there(sender).receipt(*_posted(app, route))
        _log(said, self.settle(said))


def dispatch(
    event: dict[str, Any], context: Any, *, app: APIGatewayHttpResolver, desk: Desk, aws: Delivered
) -> dict[str, Any]:
    """Hand on what is in the event: a request, or what SNS, EventBridge or CloudWatch Logs bring.

    Every record of a batch is tried; what cannot succeed is logged and done with. What may succeed later (Unavailable),
    or is a bug, is raised when all were tried, so that Lambda brings the batch again.
    """
    if "Records" in event:
        return _each(event["Records"], aws.inbound, desk.receive)
    if event.get("source") == TEXT_MESSAGES:
        return _each([event], aws.receipt, desk.settle)
    if "awslogs" in event:
        return _each(_lines(event, aws), aws.line_receipt, desk.settle)
    return app.resolve(event, context)


def nothing() -> Response[str]:
    return Response(204, body="", headers=dict(NO_STORE))


def empty_twiml() -> Response[str]:
    return Response(200, "text/xml", NOTHING_TO_SAY, dict(NO_STORE))


def _there(sender: Signed | None) -> Signed:
    if sender is None:
        raise NotFound("There is nothing at this address.")
    return sender


def _posted(app: APIGatewayHttpResolver, route: Route) -> tuple[str, Mapping[str, str], bytes]:
    event = app.current_event
    query = event.raw_query_string
    target = f"{event.raw_path}?{query}" if query else event.raw_path
    return target, event.headers, http.body(app, route)


def _lines(event: dict[str, Any], aws: Delivered) -> list[str]:
    try:
        return aws.lines(event)
    except DomainError as error:
        _drop(error)
        return []


def _each(found: Sequence[Any], read: Callable[[Any], T], deed: Callable[[T], str]) -> dict[str, Any]:
    # An exit stack runs all that is on it, whatever one of them raises, and raises that in the end.
    with ExitStack() as stack:
        for one in reversed(found):
            stack.callback(_take, one, read, deed)
    return {"records": len(found)}


def _take(one: Any, read: Callable[[Any], T], deed: Callable[[T], str]) -> None:
    try:
        said = read(one)
        _log(said, deed(said))
    except (DomainError, Untrusted) as error:
        _drop(error)


def _drop(error: DomainError | Untrusted) -> None:
    logger.warning("dropped", extra={"code": error.code, "field": error.field})


def _log(said: InboundText | Receipt, outcome: str) -> None:
    # The provider's id finds the text in its own console; numbers and words stay out.
    named = {"kind": type(said).__name__, "provider": said.provider, "provider_id": said.provider_id}
    logger.info("taken in", extra={**named, "outcome": outcome})
