"""Promises of a code: they go, and so does the place that they had under a campaign's cap."""

from twofold.adapters.dynamodb.connection import SharedConnection
from twofold.adapters.dynamodb.promises import DynamoPromiseBook, find_promise
from twofold.contracts.events import CodePromised
from twofold.privacy.model import Forgotten


class ErasedPromises:
    def __init__(self, connection: SharedConnection) -> None:
        self._book = DynamoPromiseBook(connection)

    def forget(self, person: Forgotten) -> int:
        told = {event.campaign_id for event in person.events if isinstance(event.data, CodePromised)}
        found = [find_promise(person.lead_id, campaign_id) for campaign_id in told if campaign_id]
        standing = [promise for promise in found if promise and promise.at <= person.at]
        for promise in standing:
            self._book.drop(promise, (promise.refund,) if promise.refund else ())
        return len(standing)
