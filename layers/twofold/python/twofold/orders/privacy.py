"""What shop systems ask for in a person's name: their data, or to be forgotten.

A shop's customer is not our lead: consent, codes and texts are between the brand and whoever confirmed a number. So
what the shop told is forgotten at once, and of the lead the operator is told, who decides (docs/shops.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from twofold.contracts.events import PrivacyRequested
from twofold.contracts.instants import Clock
from twofold.ledger.record import record
from twofold.limits.allowance import Allowance

from .match import MatchLead
from .model import PrivacyRequest
from .ports import Forgetting, OrderBook

AGAIN = 30 * 86_400
"""Seconds after which the same request is another one."""

ERASURE = "erasure"


@dataclass(frozen=True, slots=True, kw_only=True)
class HonourPrivacy:
    orders: OrderBook
    forgetting: Forgetting
    match: MatchLead
    clock: Clock

    def __call__(self, asked: PrivacyRequest) -> str:
        """Tell the operator once for each lead that it is about; for an erasure, unlink orders and carts.

        Whoever is brought the same again does the rest of what was left undone, and nothing twice.
        """
        # The shop itself is told of where no lead is known: somebody has to answer the request all the same.
        leads = self._leads(asked)
        told = [self._tell(asked, subject) for subject in leads or (asked.source,)]
        if asked.request == ERASURE:
            # Orders last: whose the carts are is only known by them.
            for cart_id in self._carts(asked, leads):
                self.forgetting.unlink_cart(cart_id)
            for order_id in asked.order_ids:
                self.forgetting.unlink_order(order_id)
        return "told" if any(told) else "told_before"

    def _leads(self, asked: PrivacyRequest) -> tuple[str, ...]:
        kept = (self.orders.find(order_id) for order_id in asked.order_ids)
        of_orders = (order.placement.match for order in kept if order and order.placement)
        return tuple(
            sorted({match.lead_id for match in (self.match(asked.buyer, None), *of_orders) if match})
        )

    def _carts(self, asked: PrivacyRequest, leads: tuple[str, ...]) -> Iterator[str]:
        for lead_id in leads:
            yield from (
                cart_id
                for cart_id in self.forgetting.carts_of(lead_id)
                if cart_id.startswith(f"{asked.source}:")
            )

    def _tell(self, asked: PrivacyRequest, subject: str) -> bool:
        cause = f"{asked.source}#{asked.request}#{asked.reference}#{subject}"
        data = PrivacyRequested(
            request=asked.request,
            source=asked.source,
            reference=asked.reference,
            orders=len(asked.order_ids),
        )
        event = record(data, subject=subject, version=1, at=self.clock(), cause=cause)
        return self.forgetting.tell(event, Allowance(key=f"privacy#{cause}", most=1, seconds=AGAIN))
