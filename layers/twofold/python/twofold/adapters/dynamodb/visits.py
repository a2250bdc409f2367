"""Visits: their events in the ledger, and how many there were, in one transaction."""

from collections.abc import Iterable, Mapping, Sequence

from twofold.contracts.events import Envelope
from twofold.contracts.instants import from_text
from twofold.limits.allowance import Allowance
from twofold.visits.model import Count, Tally, Visit

from . import ledger, metrics
from .connection import SharedConnection
from .limits import charge
from .transaction import Cancelled, Transaction

_UTM = ("utm_source", "utm_medium", "utm_campaign")


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
        metrics.count(_scope(count.asset_id), *_told(count))


class DynamoVisitCounts:
    def tallies(self, asset_id: str, first_day: str, last_day: str) -> Iterable[Tally]:
        found = metrics.totals(_scope(asset_id), first_day, last_day)
        return [
            Tally(day=day, kind=kind, device=device, utm=utm, number=number)
            for (day, kind, device, utm), number in found
        ]


def add_tell(transaction: Transaction, event: Envelope, count: Count, charges: Sequence[Allowance]) -> None:
    """Make an event of a visit, its count and what it is charged to part of an action."""
    ledger.append(transaction, event)
    metrics.add_count(transaction, _scope(count.asset_id), *_told(count))
    for allowance in charges:
        charge(transaction, allowance, from_text(event.time))


def _told(count: Count) -> tuple[str, str, str, str]:
    return count.day, count.kind, count.device, _utm(count.utm or {})


def _utm(utm: Mapping[str, str]) -> str:
    """`summer/poster/buffet`; what a person typed in must not look like the bucket's own marks."""
    told = [utm.get(name, "").replace("#", " ").replace("/", " ")[:40] for name in _UTM]
    return "/".join(told) if any(told) else ""


def _scope(asset_id: str) -> str:
    return f"asset#{asset_id}"
