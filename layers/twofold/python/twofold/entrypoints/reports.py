"""What partners report over the API, handed to the use cases that shops' own webhooks end in too."""

from dataclasses import dataclass

from twofold.contracts.payloads.orders import (
    CartReport,
    CartTaken,
    OrderReport,
    OrderTaken,
    RefundReport,
    RefundTaken,
)
from twofold.orders.reported import cart_told, order_told, refund_told
from twofold.orders.take_cart import TakeCart
from twofold.orders.take_order import TakeOrder
from twofold.orders.take_refund import TakeRefund


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """Each raises InvalidRequest for what a partner must not say, and as its use case does."""

    take_cart: TakeCart
    take_order: TakeOrder
    take_refund: TakeRefund

    def cart(self, report: CartReport) -> CartTaken:
        return self.take_cart(cart_told(report))

    def order(self, report: OrderReport) -> OrderTaken:
        return self.take_order(order_told(report))

    def refund(self, order_id: str, report: RefundReport) -> RefundTaken:
        return self.take_refund(refund_told(order_id, report))
