"""Webhooks and deliveries, as partners see them."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec import UNSET, UnsetType

from twofold.contracts.instants import to_second, to_text
from twofold.contracts.payloads.deliveries import DeliveryAttempt, WebhookDeliveries, WebhookDelivery
from twofold.contracts.payloads.webhooks import Webhook, WebhookHealth

from .delivery import Delivery, Try
from .health import Health
from .model import Subscription


def webhook(
    subscription: Subscription, health: Health, at: datetime, *, with_secret: bool = False
) -> Webhook:
    rotating = [old.until for old in subscription.old_secrets if at < old.until]
    return Webhook(
        webhook_id=subscription.subscription_id,
        url=subscription.url,
        events=subscription.events,
        state=subscription.state,
        contact=subscription.contact,
        version=subscription.version,
        created_at=to_second(subscription.created_at),
        health=_health(health, at),
        system=subscription.system or UNSET,
        description=subscription.description or UNSET,
        mapping=UNSET if subscription.mapping is None else dict(subscription.mapping),
        header_names=tuple(subscription.headers) if subscription.headers else UNSET,
        reason=subscription.reason or UNSET,
        changed_at=_when(subscription.changed_at),
        rotating_until=_when(max(rotating, default=None)),
        secret=subscription.secret if with_secret else UNSET,
    )


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
        due_at=_when(told.due_at),
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


def _health(health: Health, at: datetime) -> WebhookHealth:
    return WebhookHealth(
        failures=health.failures,
        failing_since=_when(health.failing_since),
        resting_until=_when(health.resting_until) if health.rests(at) else UNSET,
        last_arrived_at=_when(health.arrived_at),
        last_failed_at=_when(health.failed_at),
        last_error=health.error or UNSET,
    )


def _when(at: datetime | None) -> str | UnsetType:
    return to_second(at) if at else UNSET
