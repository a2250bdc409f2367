"""One request for a landing page, as far as the page cares."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.contracts.routes.route import Route
from twofold.visits.visitor import Visitor

from .. import http
from ..callers import Edge, is_a_person
from .form import read_form


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`visitor` comes without an origin: whether the form is ours is judged by the `headers`."""

    visitor: Visitor
    headers: Mapping[str, str]
    query: Mapping[str, str]
    wished: str | None = None
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def locale(self) -> str | None:
        """That of the page that the form stood on, else the one wished for."""
        return self.form.get("locale", "")[:35] or self.wished

    @property
    def by_a_person(self) -> bool:
        return is_a_person(self.headers)


def asked(app: APIGatewayHttpResolver, route: Route, edge: Edge) -> Asked:
    """Raises TooLarge, and InvalidRequest when the body is no form."""
    event = app.current_event
    return Asked(
        visitor=replace(http.visitor(app, edge), origin=None),
        headers=event.headers,
        query=event.query_string_parameters,
        wished=http.wished_locale(app),
        form=read_form(http.body(app, route)),
    )
