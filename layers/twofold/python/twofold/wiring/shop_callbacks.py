"""The webhooks of shop systems, and what is done about each thing that they tell."""

from twofold.adapters.dynamodb.forgetting import DynamoForgetting
from twofold.adapters.dynamodb.orders import DynamoOrderBook
from twofold.adapters.secrets import read_secret
from twofold.adapters.shops.shopify import ShopifyCallbacks
from twofold.adapters.shops.signature import read_bound_lines, read_lines
from twofold.adapters.shops.woocommerce import WooCommerceCallbacks
from twofold.contracts.instants import now
from twofold.contracts.settings import SecretSettings
from twofold.entrypoints.bodies import parse
from twofold.entrypoints.shop_callbacks import ShopDesk
from twofold.orders.model import Cart, Order, PrivacyRequest, Refund
from twofold.orders.privacy import HonourPrivacy

from .record_orders import match_lead, take_cart, take_order, take_refund
from .shared import database

__all__ = ["desk", "shopify", "woocommerce"]


def desk() -> ShopDesk:
    privacy = HonourPrivacy(
        orders=DynamoOrderBook(database()),
        forgetting=DynamoForgetting(database()),
        match=match_lead(),
        clock=now,
    )
    return ShopDesk(
        {Cart: take_cart(), Order: take_order(), Refund: take_refund(), PrivacyRequest: privacy},
    )


def shopify() -> ShopifyCallbacks | None:
    """None where no shop of Shopify is connected."""
    name = SecretSettings.from_env().shopify
    return (
        ShopifyCallbacks(keys=lambda: read_bound_lines(read_secret(name).decode()), parse=parse)
        if name
        else None
    )


def woocommerce() -> WooCommerceCallbacks | None:
    """None where no shop of WooCommerce is connected."""
    name = SecretSettings.from_env().woocommerce
    return (
        WooCommerceCallbacks(keys=lambda: read_lines(read_secret(name).decode()), parse=parse)
        if name
        else None
    )
