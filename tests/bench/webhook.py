"""A webhook that hears everything, contacts included, and takes it at once; `walk.Walker` brings it what is marked."""

from twofold.adapters.dynamodb.connection import SharedConnection
from twofold.adapters.dynamodb.subscriptions import DynamoSubscriptionBook
from twofold.webhooks.subscriptions.model import Subscription

from .walk import BEGIN

SECRET = "whsec_" + 43 * "A" + "="


def subscribe(connection: SharedConnection) -> None:
    """Before anybody looks which events are wanted."""
    webhook = Subscription(
        subscription_id=f"whk_{32 * '0'}",
        url="https://crm.example/twofold",
        events=("*",),
        secret=SECRET,
        created_at=BEGIN,
        contact=True,
    )
    DynamoSubscriptionBook(connection).create(webhook)
