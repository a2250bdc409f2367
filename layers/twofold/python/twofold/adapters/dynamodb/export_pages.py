"""What exports read: whole tables page by page in the order of their keys, and the ledger day by day."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from heapq import merge
from typing import Any, TypeVar

from pynamodb.expressions.condition import Condition

from twofold.contracts import events
from twofold.contracts.events import Envelope
from twofold.exports.model import Cursor, Export
from twofold.exports.tables.codes import CodeRecord
from twofold.exports.tables.leads import LeadRecord
from twofold.leads.kept_consent import KeptConsent
from twofold.ledger.record import first_id, moment
from twofold.messages.model import Message

from . import code_items, lead_items, message_items
from .consents import kept_from
from .items import CodeItem, ConsentItem, LeadItem, LedgerItem, MessageItem
from .items.item import Item
from .ledger import SHARDS
from .reading import reaching_database

I = TypeVar("I", bound=Item)  # noqa: E741 - the item's type

BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
"""Nothing was deployed before, so no ledger has older events."""


class DynamoLeadPages:
    def rows(self, job: Export) -> Iterator[tuple[Cursor, LeadRecord]]:
        for item in _scanned(LeadItem, job.cursor):
            record = LeadRecord(lead_items.from_item(item), item.first_confirmed_at, item.confirmed_at)
            yield (item.lead_id,), record


class DynamoConsentPages:
    def rows(self, job: Export) -> Iterator[tuple[Cursor, KeptConsent]]:
        for item in _scanned(ConsentItem, job.cursor):
            yield (item.lead_id, item.seq), kept_from(item)


class DynamoCodePages:
    def rows(self, job: Export) -> Iterator[tuple[Cursor, CodeRecord]]:
        """What else lives among the codes is no code: it has no state."""
        for item in _scanned(CodeItem, job.cursor, CodeItem.state.exists()):
            yield (item.code,), CodeRecord(code_items.from_item(item), item.issued_at)


class DynamoMessagePages:
    def rows(self, job: Export) -> Iterator[tuple[Cursor, Message]]:
        for item in _scanned(MessageItem, job.cursor):
            yield (item.message_id,), message_items.from_item(item)


class DynamoLedgerPages:
    def rows(self, job: Export) -> Iterator[tuple[Cursor, Envelope]]:
        """In the order in which it happened, up to when the export was asked for."""
        end = min(job.until or job.opened_at, job.opened_at)
        start = f"{job.cursor[0]}!" if job.cursor else first_id(max(job.since or BEGINNING, BEGINNING))
        with reaching_database():
            for item in _events(start, end):
                yield (item.event_id,), events.read(item.event)


def _scanned(kind: type[I], after: Cursor | None, only: Condition | None = None) -> Iterator[I]:
    with reaching_database():
        yield from kind.scan(only, last_evaluated_key=_key(kind, after) if after else None)


def _key(kind: type[Item], after: Cursor) -> dict[str, Any]:
    names = [name for name in (kind._hash_keyname, kind._range_keyname) if name]
    return {name: {"S": part} for name, part in zip(names, after, strict=True)}


def _events(start: str, end: datetime) -> Iterator[LedgerItem]:
    day = moment(start[:26])
    while start < first_id(end) and day.date() <= end.date():
        keys = (f"{day.date().isoformat()}#{shard}" for shard in range(SHARDS))
        yield from merge(*(_shard(key, start, first_id(end)) for key in keys), key=_event_id)
        day += timedelta(days=1)


def _shard(day_shard: str, start: str, end: str) -> Iterator[LedgerItem]:
    between = LedgerItem.event_id.between(start, end)
    yield from LedgerItem.by_day.query(day_shard, range_key_condition=between)


def _event_id(item: LedgerItem) -> str:
    return item.event_id
