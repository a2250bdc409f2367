"""Imports: each step is one transaction on the version that was read."""

from datetime import timedelta

from twofold.contracts.errors import Conflict, NotFound
from twofold.imports.model import Import
from twofold.imports.ports import ImportMoved

from . import ledger
from .connection import SharedConnection
from .items import JobItem
from .reading import read
from .transaction import Cancelled, Transaction

KEPT = timedelta(days=90)
"""For which one can look at what became of an import, from when it was opened."""


class DynamoImportBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def open(self, job: Import) -> None:
        transaction = Transaction(self._connection)
        transaction.put("job", _item(job), JobItem.job_id.does_not_exist())
        try:
            transaction.commit()
        except Cancelled as cancelled:
            raise Conflict("There is an import of this id.", code="import_exists") from cancelled

    def find(self, import_id: str) -> Import:
        item = read(JobItem, import_id)
        if item is None:
            raise NotFound("There is no such import.", code="import_not_found")
        return item.job

    def save(self, after: Import) -> None:
        # A plain write that is repeated because its answer was lost would find its own version in the way.
        transaction = Transaction(self._connection)
        transaction.put("job", _item(after), JobItem.version == after.version - 1)
        if after.over:
            ledger.append(transaction, after.told())
        try:
            transaction.commit()
        except Cancelled as cancelled:
            raise ImportMoved from cancelled


def _item(job: Import) -> JobItem:
    return JobItem(
        job_id=job.import_id,
        version=job.version,
        state=job.state,
        job=job,
        ttl=int((job.opened_at + KEPT).timestamp()),
    )
