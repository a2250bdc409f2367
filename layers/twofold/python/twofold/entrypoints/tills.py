"""Between a till's request and the use cases of codes: whose device it is, and the basket that it asks about."""

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.codes.rules import Basket
from twofold.codes.till import Till

from . import http


def till(app: APIGatewayHttpResolver) -> Till:
    """Where the caller's key redeems."""
    return Till(place=http.caller(app).place)


def basket(app: APIGatewayHttpResolver) -> Basket:
    """The basket as far as the address tells. Raises Forbidden for a key of another place."""
    said = http.query(app)
    return Basket(
        amount=said.get("amount"),
        currency=said.get("currency"),
        location=till(app).located(said.get("location")),
        cart_id=said.get("cart_id"),
    )
