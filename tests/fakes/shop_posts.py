"""What shops post, as the adapters see it, signed with the secrets that `events/callbacks/` is signed with."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.fakes import sample_events
from twofold.adapters.shops import shopify, woocommerce
from twofold.adapters.shops.shopify import ShopifyCallbacks
from twofold.adapters.shops.signature import ShopKey
from twofold.adapters.shops.woocommerce import WooCommerceCallbacks
from twofold.entrypoints.bodies import parse

SHOPIFY_SECRET = b"client-secret-of-the-tests"
WOO_SECRET = b"the webhook secret of the tests"
SHOP = "spice-garden.myshopify.com"
SITE = "spices.example/shop"

SHOPIFY = ShopifyCallbacks(keys=lambda: (ShopKey(SHOPIFY_SECRET),), parse=parse)
WOO = WooCommerceCallbacks(keys=lambda: (ShopKey(WOO_SECRET),), parse=parse)


@dataclass(frozen=True)
class Posted:
    """A webhook: names of headers in lower case, and the body's bytes."""

    name: str
    headers: dict[str, str]
    raw: bytes

    @property
    def body(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.raw)
        return found

    @property
    def of_shopify(self) -> bool:
        return self.name.startswith("shopify")

    @property
    def signature(self) -> str:
        return shopify.SIGNATURE if self.of_shopify else woocommerce.SIGNATURE

    def read(self) -> Sequence[Any]:
        return (SHOPIFY if self.of_shopify else WOO).read(self.headers, self.raw)

    def signed(self, secret: bytes | None = None) -> "Posted":
        """The same with a signature that holds."""
        key = secret or (SHOPIFY_SECRET if self.of_shopify else WOO_SECRET)
        given = base64.b64encode(hmac.new(key, self.raw, hashlib.sha256).digest()).decode()
        return replace(self, headers={**self.headers, self.signature: given})

    def saying(self, **changes: Any) -> "Posted":
        """With other values in its body, signed anew."""
        return self.with_body({**self.body, **changes})

    def without(self, name: str) -> "Posted":
        return self.with_body({field: value for field, value in self.body.items() if field != name})

    def with_body(self, body: object) -> "Posted":
        return replace(self, raw=json.dumps(body, ensure_ascii=False).encode()).signed()

    def event(self) -> dict[str, Any]:
        """As API Gateway brings it: bytes that may be no text come as base64."""
        body = {"body": base64.b64encode(self.raw).decode(), "isBase64Encoded": True}
        return {**sample_events.read(f"callbacks/{self.name}"), **body, "headers": self.headers}

    def under(self, header: str, value: str) -> "Posted":
        return replace(self, headers={**self.headers, header: value})


def sample(name: str) -> Posted:
    event = sample_events.read(f"callbacks/{name}")
    raw = event["body"].encode()
    return Posted(name, event["headers"], base64.b64decode(raw) if event["isBase64Encoded"] else raw)


SAMPLES = [name for name in sample_events.names("callbacks") if name.startswith(("shopify_", "woocommerce_"))]
SIGNED = [name for name in SAMPLES if name != "woocommerce_ping"]

Change = Callable[[Posted], Posted]
