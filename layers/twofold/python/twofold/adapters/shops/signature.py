"""Signatures of shop systems: base64(HMAC-SHA256(secret, the body's bytes)).

https://shopify.dev/docs/apps/build/webhooks/subscribe/https (X-Shopify-Hmac-Sha256) and
https://woocommerce.github.io/woocommerce-rest-api-docs/#webhooks (X-WC-Webhook-Signature). Only the body is signed:
neither the topic nor the shop that a header names, and no time. So what a body means is told by the body itself, and
whatever follows from it is done once, however often and however late it is brought.
"""

import hmac
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from twofold.contracts.errors import Unavailable, Untrusted


@dataclass(frozen=True, slots=True)
class ShopKey:
    """A secret that may have signed; `shop` is the only one that it may sign for, None for any."""

    secret: bytes
    shop: str | None = None


Keys = Callable[[], Sequence[ShopKey]]
"""Reads them when they are needed: who asks for something else does not wait for a secret. Raises Unavailable."""


def read_lines(text: str) -> tuple[ShopKey, ...]:
    """A key for each line: several while one is rotated, or for several shops. Raises Unavailable when there is none.

    Empty ones are left out: whoever knows that a secret is empty could sign.
    """
    keys = tuple(ShopKey(line.strip().encode()) for line in text.splitlines() if line.strip())
    return _some(keys)


def read_bound_lines(text: str) -> tuple[ShopKey, ...]:
    """The same where a line may begin with the one shop that its secret is for: `brand.myshopify.com 3f5c…`.

    Raises Unavailable also for a line that says more than that.
    """
    return _some(tuple(_bound(line.split()) for line in text.splitlines() if line.strip()))


def _bound(words: Sequence[str]) -> ShopKey:
    if len(words) > 2:
        raise Unavailable("A line of the shop's secret has more than a shop and its secret.")
    return ShopKey(words[-1].encode(), words[0].lower() if len(words) == 2 else None)


def verify(keys: Sequence[ShopKey], raw: bytes, given: str, *, shop: str = "") -> None:
    """That one of the keys that may sign for `shop` signed exactly these bytes. Raises Untrusted."""
    # What base64 decodes to has several spellings, so the text itself is compared; and every key is tried, so that
    # the time taken does not tell which one was close.
    told = given.encode("utf-8", "surrogatepass")
    held = [
        hmac.compare_digest(_signature(key.secret, raw), told) for key in keys if key.shop in (None, shop)
    ]
    if not any(held):
        raise Untrusted("The signature does not hold.")


def _signature(secret: bytes, raw: bytes) -> bytes:
    return b64encode(hmac.digest(secret, raw, "sha256"))


def _some(keys: tuple[ShopKey, ...]) -> tuple[ShopKey, ...]:
    if not keys:
        raise Unavailable("The shop's secret is empty.")
    return keys
