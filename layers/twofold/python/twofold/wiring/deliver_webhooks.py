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
from twofold.webhooks.ask_again import AskAgain
from twofold.webhooks.attempt import Attempt
from twofold.webhooks.courier import Courier
from twofold.webhooks.fan_out import FanOut
from twofold.webhooks.replaying import GoThrough
from twofold.webhooks.schedule import draw_jitter
from twofold.webhooks.send_off import SendOff
from twofold.webhooks.settle import Settle

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
        send_off=SendOff(
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


def go_through() -> GoThrough:
    return GoThrough(
        book=_subscriptions,
        ledger=DynamoLedger(),
        health=_health,
        ask_again=AskAgain(deliveries=_deliveries, keep=_keep),
        couriers=_couriers,
        clock=now,
    )
