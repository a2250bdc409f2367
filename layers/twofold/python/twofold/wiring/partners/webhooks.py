"""Webhooks: who is told what, and what became of it."""

from datetime import timedelta

from twofold.adapters.dynamodb.deliveries import DynamoDeliveryBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.dynamodb.subscriptions import DynamoSubscriptionBook
from twofold.adapters.dynamodb.webhook_health import DynamoHealthBook
from twofold.adapters.webhook_couriers import LambdaCouriers
from twofold.contracts.ids import draw_id
from twofold.contracts.instants import now
from twofold.contracts.settings import CourierSettings, RetentionSettings
from twofold.webhooks.deliveries.show import ShowDeliveries
from twofold.webhooks.replay.redeliver import Redeliver
from twofold.webhooks.replay.request_replay import RequestReplay
from twofold.webhooks.sending.attempt import Attempt
from twofold.webhooks.sending.send_test import PATIENCE, SendTest
from twofold.webhooks.subscriptions.change import ChangeWebhook
from twofold.webhooks.subscriptions.create import CreateWebhook
from twofold.webhooks.subscriptions.delete import DeleteWebhook
from twofold.webhooks.subscriptions.rotate import RotateSecret
from twofold.webhooks.subscriptions.secret import draw_secret
from twofold.webhooks.subscriptions.show import ShowWebhooks
from twofold.wiring.shared import database
from twofold.wiring.webhook_words import CrmMappings, caller, wording

_book = DynamoSubscriptionBook(database())
_deliveries, _health = DynamoDeliveryBook(), DynamoHealthBook()
_couriers = LambdaCouriers(CourierSettings.from_env())
_keep = timedelta(days=RetentionSettings.from_env().deliveries_days)
_caller = caller()


def show_webhooks() -> ShowWebhooks:
    return ShowWebhooks(book=_book, health=_health, clock=now)


def show_deliveries() -> ShowDeliveries:
    return ShowDeliveries(book=_book, deliveries=_deliveries)


def create_webhook() -> CreateWebhook:
    return CreateWebhook(
        book=_book,
        addresses=_caller,
        mappings=CrmMappings(),
        draw_id=draw_id,
        draw_secret=draw_secret,
        clock=now,
    )


def change_webhook() -> ChangeWebhook:
    return ChangeWebhook(
        book=_book,
        health=_health,
        addresses=_caller,
        mappings=CrmMappings(),
        couriers=_couriers,
        clock=now,
    )


def delete_webhook() -> DeleteWebhook:
    return DeleteWebhook(book=_book)


def rotate_secret() -> RotateSecret:
    return RotateSecret(book=_book, health=_health, draw_secret=draw_secret, clock=now)


def send_test() -> SendTest:
    return SendTest(
        book=_book,
        deliveries=_deliveries,
        wording=wording(_caller),
        attempt=Attempt(caller=_caller, clock=now, patience=PATIENCE),
        keep=_keep,
        clock=now,
    )


def request_replay() -> RequestReplay:
    return RequestReplay(
        book=_book,
        ledger=DynamoLedger(),
        redeliver=Redeliver(deliveries=_deliveries, keep=_keep),
        couriers=_couriers,
        clock=now,
    )
