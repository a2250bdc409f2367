"""Webhooks, as partners see them."""

from datetime import datetime

from msgspec import UNSET, UnsetType

from twofold.contracts.instants import to_second
from twofold.contracts.payloads.webhooks import Webhook, WebhookHealth
from twofold.webhooks.sending.health import Health

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
