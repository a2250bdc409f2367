"""Deliveries, as partners see them."""

from collections.abc import Sequence

import msgspec
from msgspec import UNSET

from twofold.contracts.instants import to_second, to_text
from twofold.contracts.payloads.deliveries import DeliveryAttempt, WebhookDeliveries, WebhookDelivery

from .delivery import Delivery, Try


def page(deliveries: Sequence[Delivery], more: str | None) -> WebhookDeliveries:
    """`more` is where the next page begins."""
    return WebhookDeliveries(deliveries=tuple(map(delivery, deliveries)), next_cursor=more or UNSET)


def delivery(told: Delivery, *, with_event: bool = False) -> WebhookDelivery:
    return WebhookDelivery(
        event_id=told.event_id,
        type=told.type,
        state=told.state,
        attempts=told.attempts,
        replays=told.replays,
        asked_at=to_second(told.asked_at),
        tries=tuple(map(_attempt, told.tries)),
        due_at=to_second(told.due_at) if told.due_at else UNSET,
        event=msgspec.json.decode(told.event) if with_event else UNSET,
    )


def _attempt(tried: Try) -> DeliveryAttempt:
    return DeliveryAttempt(
        at=to_text(tried.at),
        ms=tried.ms,
        status=tried.status or UNSET,
        error=tried.error or UNSET,
        answer=tried.answer or UNSET,
    )
