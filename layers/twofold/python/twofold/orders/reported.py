"""What partners report over the API, as our own types. Their ids are their own, but never look like a shop's."""

from urllib.parse import urlsplit

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.orders import CartReport, OrderReport, RefundReport

from .model import FROM_SHOPS, Buyer, Cart, Order, Refund

API = "api"

_LONGEST_ID = 128


def cart_told(report: CartReport) -> Cart:
    """Raises InvalidRequest for `cart_id` and `url`."""
    return Cart(
        cart_id=own_id(report.cart_id, "cart_id"),
        source=API,
        amount=report.amount,
        currency=report.currency,
        buyer=Buyer(lead_id=report.lead_id, phone=report.phone, country=report.country),
        code=report.code,
        lines=len(report.items),
        url=_web_address(report.url),
        updated_at=report.updated_at,
    )


def order_told(report: OrderReport) -> Order:
    """Raises InvalidRequest for `order_id` and `cart_id`."""
    return Order(
        order_id=own_id(report.order_id, "order_id"),
        source=API,
        amount=report.amount,
        currency=report.currency,
        buyer=Buyer(lead_id=report.lead_id, phone=report.phone, country=report.country),
        codes=report.codes,
        cart_id=own_id(report.cart_id, "cart_id") if report.cart_id else None,
        location=report.location,
        goods=report.items,
        placed_at=report.placed_at,
    )


def refund_told(order_id: str, report: RefundReport) -> Refund:
    """Raises InvalidRequest for `order_id`."""
    return Refund(
        order_id=own_id(order_id, "order_id"),
        refund_id=report.refund_id,
        source=API,
        amount=report.amount,
        reason=report.reason,
    )


def own_id(text: str, field: str) -> str:
    """The id, if a partner or a page may use it. Raises InvalidRequest for `field`."""
    if not 0 < len(text) <= _LONGEST_ID:
        raise InvalidRequest(f"An id has 1 to {_LONGEST_ID} characters.", field=field)
    if text.startswith(FROM_SHOPS):
        raise InvalidRequest(
            f"Ids that begin with {' or '.join(FROM_SHOPS)} belong to the shop systems themselves.",
            code="id_of_a_shop",
            field=field,
        )
    return text


def web_origin(url: str) -> str | None:
    """`https://shop.example` of an address on it; None of what is no address of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else None


def _web_address(url: str | None) -> str | None:
    if url is not None and web_origin(url) is None:
        raise InvalidRequest(
            "Send an address that begins with https:// or http://", code="not_an_address", field="url"
        )
    return url
