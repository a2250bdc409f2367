"""WooCommerce's webhooks: signed JSON, whose topic and shop stand in headers that are not signed.

https://woocommerce.github.io/woocommerce-rest-api-docs/#webhooks. When a webhook is saved, WooCommerce asks whether
somebody is there by a form that it does not sign, `webhook_id=7`; whoever else asks learns no more. A webhook that is
brought again, or days late, changes nothing that it has not changed before.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from . import woocommerce_bodies as bodies
from . import woocommerce_reading as reading
from .parts import Parse, Told
from .signature import Keys, verify

SIGNATURE = "x-wc-webhook-signature"
TOPIC = "x-wc-webhook-topic"
SHOP = "x-wc-webhook-source"

TOPICS = ("order.created", "order.updated")
"""Both bring the order as it stands. order.deleted brings an id and means that somebody tidied up: no money moves, and
WooCommerce itself leaves the coupon used. It is none of ours, and nor is order.restored."""

_PING = re.compile(rb"webhook_id=[0-9]{1,20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WooCommerceCallbacks:
    """`keys` are the secrets of the shops' webhooks, several while one is changed."""

    keys: Keys
    parse: Parse

    def read(self, headers: Mapping[str, str], raw: bytes) -> tuple[Told, ...]:
        """What the shop tells, in the order in which it is to be done; nothing for a topic that is not ours.

        Names of headers are in lower case. Raises Untrusted for what was not signed, NotJson and InvalidRequest, with
        the field at fault, for what was and cannot be read.
        """
        if SIGNATURE not in headers and _PING.fullmatch(raw):
            return ()
        verify(self.keys(), raw, headers.get(SIGNATURE, ""))
        if headers.get(TOPIC, "") not in TOPICS:
            return ()
        return reading.told(self.parse(raw, bodies.Order), headers.get(SHOP, ""))
