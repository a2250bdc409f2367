"""What Shopify asks for in a customer's name, or as a shop leaves: the bodies, and the requests that they are.

https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance. These bodies name their shop, so that the header,
which is not signed, can be held to it.
"""

import re
from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta, Struct

from twofold.contracts.errors import Untrusted
from twofold.orders.model import PrivacyRequest

from .parts import Number, buyer
from .shopify_reading import order_id, source

Request = Literal["data", "erasure"]

DOMAIN = re.compile(r"[a-z0-9][a-z0-9-]{0,80}\.myshopify\.com", re.ASCII)
Domain = Annotated[str, Meta(pattern=rf"^{DOMAIN.pattern}$(?!\n)")]


class Customer(Struct, frozen=True):
    id: Number
    phone: str | None = None


class DataRequest(Struct, frozen=True):
    id: Number


class CustomerData(Struct, frozen=True):
    """customers/data_request."""

    shop_domain: Domain
    customer: Customer
    data_request: DataRequest
    orders_requested: tuple[Number, ...]


class CustomerErasure(Struct, frozen=True):
    """customers/redact."""

    shop_domain: Domain
    customer: Customer
    orders_to_redact: tuple[Number, ...]


class ShopErasure(Struct, frozen=True):
    """shop/redact, 48 hours after the app was removed. A body with a customer is another one."""

    shop_domain: Domain
    shop_id: Number
    customer: None = None


def data(said: CustomerData, shop: str) -> PrivacyRequest:
    """As all three, raises Untrusted where the body is another shop's than the header's `shop`."""
    return _of_customer("data", f"data_request:{said.data_request.id}", said, said.orders_requested, shop)


def erasure(said: CustomerErasure, shop: str) -> PrivacyRequest:
    return _of_customer("erasure", f"customer:{said.customer.id}", said, said.orders_to_redact, shop)


def shop_erasure(said: ShopErasure, shop: str) -> PrivacyRequest:
    return PrivacyRequest(
        request="shop_erasure", source=_same(said.shop_domain, shop), reference=f"shop:{said.shop_id}"
    )


def _of_customer(
    request: Request,
    reference: str,
    said: CustomerData | CustomerErasure,
    orders: Iterable[int],
    shop: str,
) -> PrivacyRequest:
    return PrivacyRequest(
        request=request,
        source=_same(said.shop_domain, shop),
        reference=reference,
        order_ids=tuple(order_id(number, shop) for number in orders),
        buyer=buyer([(said.customer.phone, None)]),
    )


def _same(told: str, signed_for: str) -> str:
    if told != signed_for:
        raise Untrusted("The header names another shop than the body.")
    return source(told)
