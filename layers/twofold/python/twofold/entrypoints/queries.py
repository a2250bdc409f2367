"""What an address says behind its `?`: as strict as a body."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.routes.route import Route

from .bodies import explained
from .moments import insist_on_moment

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})", re.ASCII)
_YES_NO = {"true": True, "false": False}


def read(event: APIGatewayProxyEventV2, route: Route) -> Mapping[str, Any]:
    """What was said, by its name and as the route's types have it.

    Raises InvalidRequest that names the field: one that the route does not know, that stands there twice, or whose
    value is none.
    """
    said = event.query_string_parameters
    if not said:
        return {}
    _insist_on_known(said, route)
    _insist_on_once(event.raw_query_string or "")
    return {name: _value(name, route.query[name], text) for name, text in said.items()}


def _insist_on_known(said: Mapping[str, str], route: Route) -> None:
    for name in said:
        if name not in route.query:
            known = f"There are {', '.join(route.query)}." if route.query else "There are none."
            raise InvalidRequest(f"This address knows no such parameter. {known}", field=name[:100])


def _insist_on_once(raw: str) -> None:
    # API Gateway makes one text of two values, with a comma between: nobody could tell them from one with a comma.
    names = [name for name, _ in parse_qsl(raw, keep_blank_values=True)]
    for name in names:
        if names.count(name) > 1:
            raise InvalidRequest(
                "The parameter stands there twice.", code="duplicate_field", field=name[:100]
            )


def _value(name: str, kind: Any, text: str) -> Any:
    try:
        said = msgspec.convert(_plain(kind, text), kind)
    except msgspec.ValidationError as error:
        raise InvalidRequest(explained(str(error)), field=name) from error
    if isinstance(said, datetime):
        insist_on_moment(said, name)
    return said


def _plain(kind: Any, text: str) -> Any:
    """As strict as JSON is: 5000.0 and 1e3 are no number of cents there either."""
    plain = getattr(kind, "__origin__", kind)
    if plain is int and _WHOLE.fullmatch(text):
        return int(text)
    return _YES_NO.get(text, text) if plain is bool else text
