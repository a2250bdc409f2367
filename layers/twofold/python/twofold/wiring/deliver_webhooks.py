"""Webhooks: what puts events down for them, what brings them, and what brings them again."""

import time
from datetime import timedelta

from twofold.adapters.dynamodb.contacts import DynamoContacts
from twofold.adapters.dynamodb.deliveries import DynamoDeliveryBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.dynamodb.subscriptions import DynamoSubscriptionBook
from twofold.adapters.dynamodb.webhook_health import DynamoHealthBook
from twofold.adapters.webhook_couriers import EventBridgeWakes, LambdaCouriers
from twofold.contracts.instants import now
from twofold.contracts.settings import CourierSettings, RetentionSettings, WakeSettings
from twofold.webhooks.deliveries.fan_out import FanOut
from twofold.webhooks.replay.continue_replay import ContinueReplay
from twofold.webhooks.replay.redeliver import Redeliver
from twofold.webhooks.sending.attempt import Attempt
from twofold.webhooks.sending.begin_attempts import BeginAttempts
from twofold.webhooks.sending.courier import Courier
from twofold.webhooks.sending.retry_schedule import draw_jitter
from twofold.webhooks.sending.settle import Settle

from .shared import database
from .webhook_words import caller, wording

_subscriptions = DynamoSubscriptionBook(database())
_deliveries, _health = DynamoDeliveryBook(), DynamoHealthBook()
_couriers = LambdaCouriers(CourierSettings.from_env())
_keep = timedelta(days=RetentionSettings.from_env().deliveries_days)


def fan_out() -> FanOut:
    return FanOut(
        subscriptions=_subscriptions,
        deliveries=_deliveries,
        health=_health,
        couriers=_couriers,
        keep=_keep,
        clock=now,
    )


def courier() -> Courier:
    calls = caller()
    return Courier(
        deliveries=_deliveries,
        health=_health,
        begin_attempts=BeginAttempts(
            subscriptions=_subscriptions,
            deliveries=_deliveries,
            contacts=DynamoContacts(),
            wording=wording(calls),
            attempt=Attempt(caller=calls, clock=now),
            clock=now,
        ),
        settle=Settle(
            subscriptions=_subscriptions,
            deliveries=_deliveries,
            health=_health,
            jitter=draw_jitter,
            clock=now,
        ),
        couriers=_couriers,
        wakes=EventBridgeWakes(WakeSettings.from_env()),
        clock=now,
        pause=time.sleep,
    )


def continue_replay() -> ContinueReplay:
    return ContinueReplay(
        book=_subscriptions,
        ledger=DynamoLedger(),
        health=_health,
        redeliver=Redeliver(deliveries=_deliveries, keep=_keep),
        couriers=_couriers,
        clock=now,
    )
