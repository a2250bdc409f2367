"""Between a till's request and the use cases of codes: whose device it is, and the basket that it asks about."""

from collections.abc import Mapping
from typing import Any

import msgspec
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.codes.rules import Basket
from twofold.codes.till import Till
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.base import Currency, Money, Reference, Short

from . import http

_KINDS = {"amount": Money, "currency": Currency, "location": Short, "cart_id": Reference}
"""What a question about a code may say of the basket; anything else in the address is nobody's."""


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
    return {name: _value(name, query[name]) for name in _KINDS if name in query}


def _value(name: str, text: str) -> Any:
    try:
        return msgspec.convert(text, _KINDS[name], strict=False)
    except msgspec.ValidationError as error:
        raise InvalidRequest(str(error), field=name) from error
