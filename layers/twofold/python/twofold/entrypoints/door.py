"""The door of what needs a key: who comes in, and what each answer tells of how often they may come."""

from dataclasses import dataclass

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response

from twofold.contracts.routes.route import Route
from twofold.partners.keys import Authorize

from .callers import Edge


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Lets in who has a key for a route's scopes."""

    authorize: Authorize
    edge: Edge

    def open(self, app: APIGatewayHttpResolver, route: Route) -> None:
        """From now on the app's context knows the `caller`. Raises Unauthorized, Forbidden, TooMany."""
        event = app.current_event
        caller = self.authorize(event.headers.get("authorization", ""), self.edge.visitor(event))
        # First it is known who calls: also what is refused tells them their rate.
        app.append_context(caller=caller)  # type: ignore[no-untyped-call]
        caller.insist(route.scopes)


def rated(app: APIGatewayHttpResolver, answer: Response[str]) -> Response[str]:
    """The answer with the caller's rate in its headers, as soon as it is known who calls.

    They are named as in draft-ietf-httpapi-ratelimit-headers-07; `RateLimit-Reset` is seconds.
    """
    caller = app.context.get("caller")
    if caller:
        rate = caller.rate
        answer.headers["RateLimit-Limit"] = str(rate.most)
        answer.headers["RateLimit-Remaining"] = str(rate.left)
        answer.headers["RateLimit-Reset"] = str(rate.reset)
    return answer
