"""Between a till's request and the use cases of codes: whose device it is, and the basket that it asks about."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.codes.rules import Basket
from twofold.codes.till import Till
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.base import Money
from twofold.contracts.routes.codes import CHECK_CODE

from . import http
from .bodies import explained

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})", re.ASCII)


def till(app: APIGatewayHttpResolver) -> Till:
    """Where the caller's key redeems."""
    return Till(place=http.caller(app).place)


def basket(app: APIGatewayHttpResolver) -> Basket:
    """The basket as far as the address tells. Raises InvalidRequest, Forbidden for a key of another place."""
    said = _said(app.current_event.query_string_parameters)
    return Basket(
        amount=said.get("amount"),
        currency=said.get("currency"),
        location=till(app).located(said.get("location")),
        cart_id=said.get("cart_id"),
    )


def _said(query: Mapping[str, str]) -> dict[str, Any]:
    return {name: _value(name, kind, query[name]) for name, kind in CHECK_CODE.query.items() if name in query}


def _value(name: str, kind: Any, text: str) -> Any:
    # As strict as JSON is: 5000.0 and 1e3 are no number of cents there either.
    said = int(text) if kind is Money and _WHOLE.fullmatch(text) else text
    try:
        return msgspec.convert(said, kind)
    except msgspec.ValidationError as error:
        raise InvalidRequest(explained(str(error)), field=name) from error
