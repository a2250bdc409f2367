"""Carts, orders and refunds, by whoever tells of them."""

from collections.abc import Mapping

from twofold.contracts.payloads.orders import (
    CartReport,
    CartTaken,
    CodeInCart,
    CodeInCartTaken,
    OrderReport,
    OrderTaken,
    RefundReport,
    RefundTaken,
)
from twofold.contracts.shops import ShopSystem

from .route import Route

CART = Route(
    function="record_orders",
    method="POST",
    path="/v1/carts",
    summary="Tell of a cart as it stands now.",
    body=CartReport,
    answers={202: CartTaken},
    scopes=("commerce:write",),
    refusals=(400, 413, 422),
)

ORDER = Route(
    function="record_orders",
    method="POST",
    path="/v1/orders",
    summary="Tell of an order; the same order again changes nothing.",
    body=OrderReport,
    answers={202: OrderTaken},
    scopes=("commerce:write",),
    refusals=(400, 413, 422),
)

REFUND = Route(
    function="record_orders",
    method="POST",
    path="/v1/orders/{order_id}/refunds",
    summary="Tell of money that went back, also before the order is here; the same refund again changes nothing.",
    body=RefundReport,
    answers={202: RefundTaken},
    scopes=("commerce:write",),
    refusals=(400, 404, 413, 422),
)

CODE_IN_CART = Route(
    function="record_orders",
    method="POST",
    path="/v1/cart-codes",
    summary="A cart page's script tells that a code was put into its cart.",
    body=CodeInCart,
    answers={202: CodeInCartTaken},
    refusals=(400, 403, 404, 413, 422, 429),
    from_browsers=True,
)

SHOPIFY = Route(
    function="record_orders",
    method="POST",
    path="/callbacks/shopify",
    summary="Shopify tells of checkouts, orders and refunds, and asks for privacy.",
    answers={200: None},
    signed_by=("X-Shopify-Hmac-Sha256",),
    refusals=(400, 401, 404, 413, 422),
)

WOOCOMMERCE = Route(
    function="record_orders",
    method="POST",
    path="/callbacks/woocommerce",
    summary="WooCommerce tells of orders.",
    answers={200: None},
    signed_by=("X-WC-Webhook-Signature",),
    refusals=(400, 401, 404, 413, 422),
)

SHOPS: Mapping[ShopSystem, Route] = {"shopify": SHOPIFY, "woocommerce": WOOCOMMERCE}
