"""How webhooks do, and who is with each: every step is one conditional write."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from pynamodb.attributes import NumberAttribute
from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from twofold.webhooks.sending.health import Health, Lease

from .items import HealthItem
from .items.webhooks import HEALTH
from .reading import reaching_database, read, unmet


class DynamoHealthBook:
    def find(self, subscription_id: str) -> Health:
        item = read(HealthItem, HEALTH, subscription_id)
        return _health(item) if item else Health(subscription_id=subscription_id)

    def all(self) -> Mapping[str, Health]:
        with reaching_database():
            found = HealthItem.query(HEALTH, consistent_read=True)
            return {item.subscription_id: _health(item) for item in found}

    def take(self, subscription_id: str, at: datetime, until: datetime) -> Lease | None:
        row, mine = HealthItem(HEALTH, subscription_id), secrets.token_hex(8)
        free = HealthItem.leased_until.does_not_exist() | (HealthItem.leased_until <= at)
        if not _done(row, [HealthItem.leased_until.set(until), HealthItem.courier.set(mine)], free):
            # It may be our own try that is in the way, whose answer was lost.
            stored = read(HealthItem, HEALTH, subscription_id)
            if stored is None or stored.courier != mine:
                return None
            row = stored
        return _lease(row, until)

    def knock(self, subscription_id: str, at: datetime) -> bool:
        row = HealthItem(HEALTH, subscription_id)
        seen_to = (HealthItem.leased_until > at) | (HealthItem.resting_until > at)
        return _done(row, [HealthItem.knocks.add(1)], seen_to)

    def note(self, lease: Lease, health: Health) -> None:
        _done(HealthItem(HEALTH, lease.subscription_id), _actions(health), _mine(lease) & _unchanged(lease))

    def release(self, lease: Lease, health: Health, *, unless_knocked: bool) -> Lease | None:
        row = HealthItem(HEALTH, lease.subscription_id)
        goes = [*_actions(health), HealthItem.leased_until.remove()]
        condition = _mine(lease) & _unchanged(lease)
        if unless_knocked:
            condition &= _counts(HealthItem.knocks, lease.knocks)
        if _done(row, goes, condition):
            return None
        item = read(HealthItem, HEALTH, lease.subscription_id)
        return _lease(item, lease.until) if item and item.leased_until == lease.until else None

    def refresh(self, subscription_id: str) -> None:
        row = HealthItem(HEALTH, subscription_id)
        forgotten = [HealthItem.health.remove(), HealthItem.resting_until.remove()]
        _done(row, [*forgotten, HealthItem.refreshes.add(1)], HealthItem.subscription_id.exists())


def _mine(lease: Lease) -> Condition:
    return HealthItem.leased_until == lease.until


def _unchanged(lease: Lease) -> Condition:
    """Nobody has put it right since the lease was read."""
    return _counts(HealthItem.refreshes, lease.refreshes)


def _counts(attribute: NumberAttribute, number: int) -> Condition:
    return attribute == number if number else attribute.does_not_exist()


def _lease(item: HealthItem, until: datetime) -> Lease:
    return Lease(
        subscription_id=item.subscription_id,
        until=until,
        knocks=int(item.knocks or 0),
        refreshes=int(item.refreshes or 0),
    )


def _health(item: HealthItem) -> Health:
    known = item.health or Health(subscription_id=item.subscription_id)
    return replace(known, leased_until=item.leased_until)


def _actions(health: Health) -> list[Action]:
    rests = health.resting_until
    return [
        HealthItem.health.set(health),
        HealthItem.resting_until.set(rests) if rests else HealthItem.resting_until.remove(),
    ]


def _done(row: HealthItem, actions: Sequence[Action], condition: Condition) -> bool:
    with reaching_database():
        try:
            row.update(list(actions), condition=condition)
        except UpdateError as error:
            if not unmet(error):
                raise
            return False
    return True
