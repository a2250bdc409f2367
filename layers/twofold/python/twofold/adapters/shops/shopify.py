"""Shopify's webhooks: signed JSON, whose topic and shop stand in headers.

https://shopify.dev/docs/apps/build/webhooks. Neither header is signed, so the body must be what its topic promises, and
a cancellation is believed where the order says so. X-Shopify-Triggered-At is not signed either, and nobody looks at it:
a webhook of three days ago, or one that comes twice, changes nothing that it has not changed before.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from twofold.contracts.errors import InvalidRequest

from . import shopify_bodies as bodies
from . import shopify_privacy as privacy
from . import shopify_reading as reading
from . import shopify_refunds as refunds
from .parts import Parse, Told
from .signature import Keys, verify

SIGNATURE = "x-shopify-hmac-sha256"
TOPIC = "x-shopify-topic"
SHOP = "x-shopify-shop-domain"

Reader = Callable[["ShopifyCallbacks", str, bytes], tuple[Told, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopifyCallbacks:
    """`keys` are the client secrets of the apps that post to us, several while one is rotated."""

    keys: Keys
    parse: Parse

    def read(self, headers: Mapping[str, str], raw: bytes) -> tuple[Told, ...]:
        """What the shop tells, in the order in which it is to be done; nothing for a topic that is not ours.

        Names of headers are in lower case. Raises Untrusted for what was not signed, NotJson and InvalidRequest, with
        the field at fault, for what was and cannot be read.
        """
        shop = headers.get(SHOP, "").strip().lower()
        verify(self.keys(), raw, headers.get(SIGNATURE, ""), shop=shop)
        reader = _READERS.get(headers.get(TOPIC, ""))
        return reader(self, _named(shop), raw) if reader else ()


def _named(shop: str) -> str:
    if not privacy.DOMAIN.fullmatch(shop):
        raise InvalidRequest("That is no shop of Shopify.", code="not_a_shop", field="X-Shopify-Shop-Domain")
    return shop


def _checkout(of: ShopifyCallbacks, shop: str, raw: bytes) -> tuple[Told, ...]:
    return reading.cart(of.parse(raw, bodies.Checkout), shop)


def _order(of: ShopifyCallbacks, shop: str, raw: bytes) -> tuple[Told, ...]:
    return reading.order(of.parse(raw, bodies.Order), shop)


def _refund(of: ShopifyCallbacks, shop: str, raw: bytes) -> tuple[Told, ...]:
    return reading.refunds((of.parse(raw, refunds.Refund),), shop)


def _data(of: ShopifyCallbacks, shop: str, raw: bytes) -> tuple[Told, ...]:
    return (privacy.data(of.parse(raw, privacy.CustomerData), shop),)


def _erasure(of: ShopifyCallbacks, shop: str, raw: bytes) -> tuple[Told, ...]:
    return (privacy.erasure(of.parse(raw, privacy.CustomerErasure), shop),)


def _shop_erasure(of: ShopifyCallbacks, shop: str, raw: bytes) -> tuple[Told, ...]:
    return (privacy.shop_erasure(of.parse(raw, privacy.ShopErasure), shop),)


_READERS: dict[str, Reader] = {
    **dict.fromkeys(("checkouts/create", "checkouts/update"), _checkout),
    **dict.fromkeys(("orders/create", "orders/paid", "orders/updated", "orders/cancelled"), _order),
    "refunds/create": _refund,
    "customers/data_request": _data,
    "customers/redact": _erasure,
    "shop/redact": _shop_erasure,
}
