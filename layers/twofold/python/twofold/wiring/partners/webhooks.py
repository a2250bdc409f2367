"""Webhooks: who is told what, and what became of it."""

from datetime import timedelta

from twofold.adapters.dynamodb.deliveries import DynamoDeliveryBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.dynamodb.subscriptions import DynamoSubscriptionBook
from twofold.adapters.dynamodb.webhook_health import DynamoHealthBook
from twofold.adapters.webhook_couriers import LambdaCouriers
from twofold.contracts.instants import now
from twofold.contracts.settings import CourierSettings, RetentionSettings
from twofold.webhooks.ask_again import AskAgain
from twofold.webhooks.attempt import Attempt
from twofold.webhooks.change import ChangeWebhook
from twofold.webhooks.create import CreateWebhook
from twofold.webhooks.replay import ReplayEvents
from twofold.webhooks.rotate import DeleteWebhook, RotateSecret
from twofold.webhooks.secret import draw_id, draw_secret
from twofold.webhooks.show import ShowDeliveries, ShowWebhooks
from twofold.webhooks.try_out import PATIENCE, TryWebhook
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


def try_webhook() -> TryWebhook:
    return TryWebhook(
        book=_book,
        deliveries=_deliveries,
        wording=wording(_caller),
        attempt=Attempt(caller=_caller, clock=now, patience=PATIENCE),
        keep=_keep,
        clock=now,
    )


def replay_events() -> ReplayEvents:
    return ReplayEvents(
        book=_book,
        ledger=DynamoLedger(),
        ask_again=AskAgain(deliveries=_deliveries, keep=_keep),
        couriers=_couriers,
        clock=now,
    )
