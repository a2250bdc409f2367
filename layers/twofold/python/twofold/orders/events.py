"""What the ledger tells of carts and orders: only of leads that we know."""

from datetime import datetime

from twofold.contracts.events import CartUpdated, Envelope, OrderPlaced, OrderRefunded
from twofold.ledger.record import record

from .kept import KeptCart, KeptOrder, Match, Placement
from .refunds import Step


def cart_event(cart: KeptCart, match: Match, at: datetime) -> Envelope:
    data = CartUpdated(
        cart_id=cart.cart_id,
        amount=cart.amount,
        currency=cart.currency,
        lines=cart.lines,
        source=cart.source,
        code=cart.code,
    )
    return record(
        data,
        subject=match.lead_id,
        version=cart.version,
        at=at,
        origin=match.origin,
        cause=f"cart|{cart.cart_id}",
    )


def placed_events(order: KeptOrder, at: datetime) -> tuple[Envelope, ...]:
    """That the order was placed, and the refunds that had waited for it."""
    placement = order.placement
    if placement is None or placement.match is None:
        return ()
    spent = placement.spent
    data = OrderPlaced(
        order_id=order.order_id,
        amount=placement.amount,
        currency=placement.currency,
        matched_by=placement.match.by,
        source=order.source,
        code=spent.code if spent else None,
        redemption_id=spent.redemption_id if spent else None,
        code_reason=spent.reason if spent else None,
        cart_id=placement.cart_id,
    )
    match = placement.match
    placed = record(
        data, subject=match.lead_id, version=order.version, at=at, origin=match.origin, cause=order.order_id
    )
    return placed, *refund_events(order, 0, at)


def refund_events(order: KeptOrder, first: int, at: datetime) -> tuple[Envelope, ...]:
    """Of each refund from the `first` on that took something back."""
    placement = order.placement
    if placement is None or placement.match is None:
        return ()
    match, steps = placement.match, list(order.steps())[first:]
    return tuple(_refunded(order, placement, match, step, at) for step in steps if step.counts)


def _refunded(order: KeptOrder, placement: Placement, match: Match, step: Step, at: datetime) -> Envelope:
    data = OrderRefunded(
        order_id=order.order_id,
        refund_id=step.refund.refund_id,
        amount=step.given,
        refunded=step.total,
        currency=placement.currency,
        whole=step.whole,
        reason=step.refund.reason,
    )
    return record(
        data,
        subject=match.lead_id,
        version=order.version,
        at=at,
        origin=match.origin,
        cause=f"{order.order_id}|{step.refund.refund_id}",
    )
