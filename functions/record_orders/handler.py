"""What shops report: carts, orders and refunds, over the API, by webhooks and from the pages of carts."""

from typing import Any

from twofold.contracts.routes.commerce import CART, CODE_IN_CART, ORDER, REFUND, SHOPIFY, WOOCOMMERCE
from twofold.entrypoints import http
from twofold.wiring import record_orders as wiring
from twofold.wiring import shop_callbacks

app = http.resolver(wiring.site())
edge = wiring.edge()
door = http.Door(authorize=wiring.authorize(), edge=edge)
reports = wiring.reports()
take_code_in_cart = wiring.take_code_in_cart()
shops = shop_callbacks.desk()
shopify, woocommerce = shop_callbacks.shopify(), shop_callbacks.woocommerce()


@http.serve(app, CART, door)
def post_cart() -> Any:
    return http.answer(202, reports.cart(http.request(app, CART)))


@http.serve(app, ORDER, door)
def post_order() -> Any:
    return http.answer(202, reports.order(http.request(app, ORDER)))


@http.serve(app, REFUND, door)
def post_refund(order_id: str) -> Any:
    return http.answer(202, reports.refund(order_id, http.request(app, REFUND)))


@http.serve(app, CODE_IN_CART)
def post_code_in_cart() -> Any:
    asked = http.request(app, CODE_IN_CART)
    return http.answer(202, take_code_in_cart(asked, http.visitor(app, edge)))


@http.serve(app, SHOPIFY)
def post_shopify() -> Any:
    return shops.take(app, SHOPIFY, shopify)


@http.serve(app, WOOCOMMERCE)
def post_woocommerce() -> Any:
    return shops.take(app, WOOCOMMERCE, woocommerce)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
