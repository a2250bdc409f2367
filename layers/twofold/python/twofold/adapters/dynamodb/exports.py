"""Exports: each step is one transaction on the version that was read; one row names all that are not over."""

from collections.abc import Sequence
from datetime import timedelta

from pynamodb.expressions.condition import size

from twofold.contracts.errors import Conflict, NotFound, TooMany
from twofold.exports.model import Export
from twofold.exports.ports import ExportMoved

from . import ledger
from .connection import SharedConnection
from .items import ExportItem, OperationItem
from .reading import read
from .transaction import Cancelled, Transaction

KEPT = timedelta(days=90)
"""For which one can look at what became of an export, from when it was asked for."""

OPEN = "exports"
"""The row of operations with the ids of those that are not over: the sweeper finds them there without a search."""

WAIT = 60
"""Seconds after which it is worth to ask again where too many are being written."""


class DynamoExportBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def open(self, job: Export, most: int) -> None:
        ids = OperationItem.open_ids
        room = ids.does_not_exist() | (size(ids) < most)  # type: ignore[no-untyped-call]
        transaction = Transaction(self._connection)
        transaction.put("job", _item(job), ExportItem.job_id.does_not_exist())
        transaction.update("open", OperationItem(name=OPEN), [ids.add({job.export_id})], room)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            if "job" in cancelled.stored:
                raise Conflict("There is an export of this id.", code="export_exists") from cancelled
            raise _too_many(most) from cancelled

    def find(self, export_id: str) -> Export:
        # Imports live in the same table, and are none.
        item = read(ExportItem, export_id) if export_id.startswith("exp_") else None
        if item is None:
            raise NotFound("There is no such export.", code="export_not_found")
        return item.export

    def save(self, after: Export) -> None:
        transaction = Transaction(self._connection)
        transaction.put("job", _item(after), ExportItem.version == after.version - 1)
        if after.ends:
            gone = OperationItem.open_ids.delete({after.export_id})
            transaction.update("open", OperationItem(name=OPEN), [gone])
            ledger.append(transaction, after.told())
        try:
            transaction.commit()
        except Cancelled as cancelled:
            raise ExportMoved from cancelled

    def unfinished(self) -> Sequence[str]:
        item = read(OperationItem, OPEN)
        return sorted(item.open_ids or ()) if item else []


def _too_many(most: int) -> TooMany:
    why = f"{most} exports are being written; ask for another when one of them is over."
    return TooMany(why, retry_after=WAIT, code="too_many_exports")


def _item(job: Export) -> ExportItem:
    return ExportItem(
        job_id=job.export_id,
        version=job.version,
        state=job.state,
        export=job,
        ttl=int((job.opened_at + KEPT).timestamp()),
    )
