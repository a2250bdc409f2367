"""Visits: their events in the ledger, and how many there were, in one transaction."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from twofold.contracts.events import Envelope
from twofold.contracts.instants import from_text
from twofold.limits.allowance import Allowance
from twofold.visits.model import Count, Tally, Visit

from . import ledger
from .connection import SharedConnection
from .items import MetricItem
from .limits import charge
from .reading import reaching_database
from .transaction import Cancelled, Transaction

SHARDS = 8
"""Rows that one counter is spread over: a stadium that scans at once must not wait for one row."""

_TOLD = ("utm_source", "utm_medium", "utm_campaign")


class DynamoVisitBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def record(self, visit: Visit, charges: Sequence[Allowance]) -> bool:
        return self.tell(visit.told(), visit.count, charges)

    def tell(self, event: Envelope, count: Count, charges: Sequence[Allowance]) -> bool:
        transaction = Transaction(self._connection)
        add_tell(transaction, event, count, charges)
        try:
            transaction.commit()
        except Cancelled:
            return False
        return True

    def count(self, count: Count) -> None:
        with reaching_database():
            _row(count).update([MetricItem.number.add(1)])


class DynamoVisitCounts:
    def tallies(self, asset_id: str, first_day: str, last_day: str) -> Iterable[Tally]:
        total: Counter[tuple[str, ...]] = Counter()
        between = MetricItem.bucket.between(first_day, last_day + "~")
        with reaching_database():
            for item in MetricItem.query(_scope(asset_id), between):
                day, kind, device, utm, _ = item.bucket.split("#")
                total[day, kind, device, utm] += int(item.number)
        return [
            Tally(day=day, kind=kind, device=device, utm=utm, number=number)
            for (day, kind, device, utm), number in sorted(total.items())
        ]


def add_tell(transaction: Transaction, event: Envelope, count: Count, charges: Sequence[Allowance]) -> None:
    """Make an event of a visit, its count and what it is charged to part of an action."""
    ledger.append(transaction, event)
    transaction.update("count", _row(count), [MetricItem.number.add(1)])
    for allowance in charges:
        charge(transaction, allowance, from_text(event.time))


def _row(count: Count) -> MetricItem:
    parts = (count.day, count.kind, count.device, _utm(count.utm or {}), str(random.randrange(SHARDS)))
    return MetricItem(scope=_scope(count.asset_id), bucket="#".join(parts))


def _utm(utm: Mapping[str, str]) -> str:
    """`summer/poster/buffet`; what a person typed in must not look like the bucket's own marks."""
    told = [utm.get(name, "").replace("#", " ").replace("/", " ")[:40] for name in _TOLD]
    return "/".join(told) if any(told) else ""


def _scope(asset_id: str) -> str:
    return f"asset#{asset_id}"
