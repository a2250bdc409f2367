"""The event bus."""

from collections.abc import Callable, Sequence

from botocore.exceptions import BotoCoreError, ClientError

from twofold.contracts import events
from twofold.contracts.errors import Unavailable
from twofold.ledger.ports import LedgerRow

from .signed import SignedService


class EventBridgeBus:
    """`name` is the bus's name; a call takes up to ten events. `wanted` says of a type whether a webhook wants it."""

    def __init__(self, name: str, wanted: Callable[[str], bool]) -> None:
        self._name = name
        self._wanted = wanted
        self._service = SignedService("events", "AWSEvents", "1.1")

    def publish(self, rows: Sequence[LedgerRow]) -> frozenset[str]:
        entries = [
            events.entry(row.event, row.type, self._name, wanted=self._wanted(row.type)) for row in rows
        ]
        try:
            answer = self._service.call("PutEvents", {"Entries": entries})
        except (BotoCoreError, ClientError) as error:
            raise Unavailable("The event bus did not answer.") from error
        results = zip(rows, answer["Entries"], strict=True)
        return frozenset(row.event_id for row, result in results if result.get("EventId"))
