"""Webhooks whose courier was lost."""

from twofold.adapters.dynamodb.deliveries import DynamoDeliveryBook
from twofold.adapters.dynamodb.subscriptions import DynamoSubscriptionBook
from twofold.adapters.dynamodb.webhook_health import DynamoHealthBook
from twofold.adapters.webhook_couriers import LambdaCouriers
from twofold.contracts.instants import now
from twofold.contracts.settings import CourierSettings
from twofold.webhooks.sending.call_couriers import CallCouriers

from .shared import database


def call_couriers() -> CallCouriers:
    return CallCouriers(
        subscriptions=DynamoSubscriptionBook(database()),
        deliveries=DynamoDeliveryBook(),
        health=DynamoHealthBook(),
        couriers=LambdaCouriers(CourierSettings.from_env()),
        clock=now,
    )
