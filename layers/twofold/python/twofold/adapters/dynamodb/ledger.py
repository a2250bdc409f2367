"""The ledger: written in every action's transaction, read by the relay's stream and by the repair."""

import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from heapq import merge
from itertools import islice

from twofold.contracts import events
from twofold.contracts.events import Envelope
from twofold.contracts.instants import day_of
from twofold.ledger.ports import LedgerRow
from twofold.ledger.record import first_id, moment

from .items import LedgerItem
from .reading import reaching_database
from .transaction import Transaction

SHARDS = 4
"""Partitions that a day's events are spread over: 4,000 writes a second."""

FAR_BACK = timedelta(days=7)
"""How far back a gap is looked for when the relay has never run."""


def append(transaction: Transaction, event: Envelope) -> None:
    """Make the event part of the action."""
    transaction.put(f"event {event.type}", _item(event), LedgerItem.event_id.does_not_exist())


def day_shard(event_id: str, day: str) -> str:
    """`2026-11-22#3`: where the by_day index keeps an event."""
    return f"{day}#{zlib.crc32(event_id.encode()) % SHARDS}"


def _item(event: Envelope) -> LedgerItem:
    return LedgerItem(
        subject_id=event.subject,
        event_id=event.id,
        day_shard=day_shard(event.id, event.time[:10]),
        type=event.type,
        event=events.write(event),
    )


class DynamoLedger:
    def since(self, after: str, until: datetime, limit: int) -> Iterable[LedgerRow]:
        """The oldest events above `after` and before `until`, day by day from the day that `after` names."""
        with reaching_database():
            return list(islice(self._rows(after, until), limit))

    def _rows(self, after: str, until: datetime) -> Iterator[LedgerRow]:
        day = moment(after) if after else until - FAR_BACK
        while day.date() <= until.date():
            yield from merge(*(_shard(day, n, after, first_id(until)) for n in range(SHARDS)), key=_id)
            day += timedelta(days=1)

    def subject(self, subject_id: str) -> list[Envelope]:
        """Everything that happened to a subject, oldest first."""
        with reaching_database():
            return [events.read(item.event) for item in LedgerItem.query(subject_id)]

    def find(self, event_id: str) -> Envelope | None:
        """The event of this id, which must look like one."""
        shard = day_shard(event_id, day_of(moment(event_id)))
        with reaching_database():
            found = LedgerItem.by_day.query(shard, range_key_condition=LedgerItem.event_id == event_id)
            return next((events.read(item.event) for item in found), None)


def _shard(day: datetime, shard: int, after: str, until: str) -> Iterator[LedgerRow]:
    key = f"{day.date().isoformat()}#{shard}"
    between = LedgerItem.event_id.between(after + "!", until)
    for item in LedgerItem.by_day.query(key, range_key_condition=between):
        yield LedgerRow(item.event_id, item.type, item.event)


def _id(row: LedgerRow) -> str:
    return row.event_id
