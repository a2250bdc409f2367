"""How webhooks do, and who is with each: every step is one conditional write."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from twofold.webhooks.health import Health, Lease

from .items import HealthItem
from .items.webhooks import HEALTH
from .reading import reaching_database, read, unmet


class DynamoHealthBook:
    def find(self, subscription_id: str) -> Health:
        item = read(HealthItem, HEALTH, subscription_id)
        known = item.health if item and item.health else Health(subscription_id=subscription_id)
        return replace(known, leased_until=item.leased_until if item else None)

    def take(self, subscription_id: str, at: datetime, until: datetime) -> Lease | None:
        row, mine = HealthItem(HEALTH, subscription_id), secrets.token_hex(8)
        free = HealthItem.leased_until.does_not_exist() | (HealthItem.leased_until <= at)
        if not _done(row, [HealthItem.leased_until.set(until), HealthItem.courier.set(mine)], free):
            # It may be our own try that is in the way, whose answer was lost.
            stored = read(HealthItem, HEALTH, subscription_id)
            if stored is None or stored.courier != mine:
                return None
            row = stored
        return Lease(subscription_id=subscription_id, until=until, knocks=int(row.knocks or 0))

    def knock(self, subscription_id: str, at: datetime) -> bool:
        row = HealthItem(HEALTH, subscription_id)
        seen_to = (HealthItem.leased_until > at) | (HealthItem.resting_until > at)
        return _done(row, [HealthItem.knocks.add(1)], seen_to)

    def note(self, lease: Lease, health: Health) -> None:
        _done(HealthItem(HEALTH, lease.subscription_id), _actions(health), _mine(lease))

    def release(self, lease: Lease, health: Health, *, unless_knocked: bool) -> Lease | None:
        row = HealthItem(HEALTH, lease.subscription_id)
        goes = [*_actions(health), HealthItem.leased_until.remove()]
        if not unless_knocked:
            _done(row, goes, _mine(lease))
            return None
        quiet = HealthItem.knocks == lease.knocks if lease.knocks else HealthItem.knocks.does_not_exist()
        if _done(row, goes, _mine(lease) & quiet):
            return None
        item = read(HealthItem, HEALTH, lease.subscription_id)
        still = item is not None and item.leased_until == lease.until
        return replace(lease, knocks=int(item.knocks or 0)) if item and still else None

    def refresh(self, subscription_id: str) -> None:
        row = HealthItem(HEALTH, subscription_id)
        forgotten = [HealthItem.health.remove(), HealthItem.resting_until.remove()]
        _done(row, forgotten, HealthItem.subscription_id.exists())


def _mine(lease: Lease) -> Condition:
    return HealthItem.leased_until == lease.until


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
