"""One action, one transaction: retried where that can help, and read back where an answer was lost."""

import random
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from botocore.exceptions import ReadTimeoutError
from pynamodb.exceptions import TransactWriteError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from twofold.contracts.errors import OutcomeUnknown, Unavailable

from .connection import SharedConnection
from .items.item import Item

PATIENCE = 2.0
"""Seconds for which a conflict with another transaction is tried again."""

_AGAIN = frozenset({"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})


class Cancelled(Exception):
    """A condition did not hold. `stored` maps the names of the failed steps to the items that stood in the way."""

    def __init__(self, stored: dict[str, dict[str, Any]]) -> None:
        super().__init__(", ".join(stored))
        self.stored = stored


@dataclass(slots=True)
class Transaction:
    """Named steps that happen together or not at all."""

    connection: SharedConnection
    _puts: list[tuple[str, Item, Condition | None]] = field(default_factory=list)
    _updates: list[tuple[str, Item, list[Action], Condition | None]] = field(default_factory=list)
    _deletes: list[tuple[str, Item, Condition | None]] = field(default_factory=list)
    _checks: list[tuple[str, Item, Condition]] = field(default_factory=list)

    def check(self, name: str, item: Item, condition: Condition) -> None:
        """Nothing is written to the item, but all of it only happens while the condition holds."""
        self._checks.append((name, item, condition))

    def put(self, name: str, item: Item, condition: Condition | None = None) -> None:
        self._puts.append((name, item, condition))

    def delete(self, name: str, item: Item, condition: Condition | None = None) -> None:
        self._deletes.append((name, item, condition))

    def update(
        self, name: str, item: Item, actions: Sequence[Action], condition: Condition | None = None
    ) -> None:
        self._updates.append((name, item, list(actions), condition))

    def commit(self) -> None:
        """Raises Cancelled, Unavailable when nothing happened, OutcomeUnknown when nobody can tell.

        One token covers all tries, so a try whose answer was lost is not done a second time.
        """
        token, deadline = str(uuid.uuid4()), time.monotonic() + PATIENCE
        while True:
            try:
                return self._try(token)
            except TransactWriteError as error:
                self._judge(error, may_wait=time.monotonic() < deadline)
            time.sleep(random.uniform(0.005, 0.08))

    def _try(self, token: str) -> None:
        with TransactWrite(connection=self.connection, client_request_token=token) as write:
            for _, item, condition in self._puts:
                write.save(item, condition=condition, return_values="ALL_OLD")
            for _, item, actions, condition in self._updates:
                write.update(item, actions=actions, condition=condition, return_values="ALL_OLD")
            for _, item, condition in self._checks:
                write.condition_check(type(item), item.key(), condition=condition)
            for _, item, condition in self._deletes:
                write.delete(item, condition=condition)

    def _judge(self, error: TransactWriteError, *, may_wait: bool) -> None:
        # In the order in which PynamoDB sends them.
        names = [
            *(name for name, *_ in self._checks),
            *(name for name, *_ in self._deletes),
            *(name for name, *_ in self._puts),
            *(name for name, *_ in self._updates),
        ]
        reasons = {n: r for n, r in zip(names, error.cancellation_reasons, strict=False) if r is not None}
        failed = {n: r.raw_item or {} for n, r in reasons.items() if r.code == "ConditionalCheckFailed"}
        if failed:
            raise Cancelled(failed) from error
        if isinstance(error.cause, ReadTimeoutError):
            raise OutcomeUnknown("The database did not say whether it stored the change.") from error
        again = any(r.code in _AGAIN for r in reasons.values())
        if not (again or error.cause_response_code == "TransactionInProgressException") or not may_wait:
            raise Unavailable("The database did not store the change.") from error
