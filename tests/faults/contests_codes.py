"""What many want at once of codes that are few, played on the store by threads of one function."""

import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from threading import Lock
from typing import Any, TypeVar

from msgspec import UNSET

from tests.faults.contests import confirming
from tests.faults.crowd import rush
from tests.faults.people import People, fresh_number
from tests.faults.wire import Call, Do, Wire
from twofold.adapters.dynamodb.issue import issue
from twofold.adapters.dynamodb.transaction import Transaction
from twofold.codes.draw import draw_code
from twofold.codes.once import Done
from twofold.contracts.errors import DomainError, Unavailable
from twofold.contracts.instants import now
from twofold.contracts.payloads.redemptions import RedemptionRequest
from twofold.contracts.payloads.signups import Confirmation
from twofold.contracts.tables import TABLES
from twofold.ledger.record import Origin

T = TypeVar("T")
STUBBORN = 30
KEYS = {table.name: tuple(key for key in (table.partition, table.sort) if key) for table in TABLES}


def stubborn(ask: Callable[[], T]) -> T | None:
    """What is answered in the end by who asks again as long as there is no answer."""
    for _ in range(STUBBORN):
        try:
            return ask()
        except Unavailable:
            continue
    return None


@dataclass
class Tally:
    """How often each key was asked to be written, as the wire saw it: refused and repeated ones count, too."""

    writes: Counter[tuple[str, ...]] = field(default_factory=Counter)
    _lock: Any = field(default_factory=Lock)

    def __call__(self, position: int, call: Call, arguments: dict[str, Any], do: Do) -> Any:
        for step in arguments.get("TransactItems", ()):
            ((kind, item),) = step.items()
            if kind != "ConditionCheck":
                self._count(item)
        if call.operation in ("PutItem", "UpdateItem", "DeleteItem"):
            self._count(arguments)
        return do()

    def _count(self, item: dict[str, Any]) -> None:
        name = item["TableName"].rpartition("-")[0]
        row = item.get("Key") or item["Item"]
        with self._lock:
            self.writes[name, *(next(iter(row[key].values())) for key in KEYS[name])] += 1

    @property
    def most(self) -> tuple[tuple[str, ...], int]:
        return self.writes.most_common(1)[0]


@dataclass
class Claims:
    """What those who confirmed at once were told."""

    answers: list[Any]
    tally: Tally

    @property
    def codes(self) -> list[str]:
        return [answer.discount.code for answer in self.confirmed if answer.discount is not UNSET]

    @property
    def confirmed(self) -> list[Confirmation]:
        return [answer for answer in self.answers if isinstance(answer, Confirmation)]

    def without(self, why: str) -> int:
        return sum(answer.no_code == why for answer in self.confirmed)


def claims(people: People, wire: Wire, many: int) -> Claims:
    """So many numbers confirm at once, by the function's own role."""
    opened = [people.challenge(fresh_number())[0].challenge_id for _ in range(many)]
    ask, tally = confirming(people), Tally()
    with wire.watched(tally):
        answers = rush([partial(ask, each) for each in opened])
    key, count = tally.most
    print(f"{many} claims, {len(wire.calls)} calls; most written: {' '.join(key)}, {count} times")
    people.attach()
    return Claims(answers, tally)


def issued(people: People, many: int) -> list[str]:
    """Codes of nobody in particular, without a place under the campaign's limit."""
    return [_issued(people) for _ in range(many)]


def _issued(people: People) -> str:
    at, here = now(), Origin(campaign_id=people.campaign.campaign_id)
    drawn = draw_code(people.campaign, at - timedelta(seconds=1))
    transaction = Transaction(people.connection)
    issue(transaction, drawn, f"lead-{secrets.token_hex(8)}", here, at)
    transaction.commit()
    return drawn.code


@dataclass
class Spent:
    """What became of redemptions: `receipts` of those that stand, `refused` by their reasons."""

    receipts: int
    refused: Counter[str]
    tally: Tally


def spent_at_once(people: People, wire: Wire, many: int) -> Spent:
    """Each of so many codes on an order of its own, all at once."""
    drawn = issued(people, many)
    redeem, tally = people.process.wiring("redeem_codes").redeem_code(), Tally()

    def ask(code: str) -> Any:
        order = RedemptionRequest(order_id=f"order-{code}", amount=5_000, currency="EUR")
        return stubborn(lambda: redeem(code, order))

    with wire.watched(tally):
        answers = rush([partial(ask, code) for code in drawn])
    key, count = tally.most
    print(f"{many} redemptions, {len(wire.calls)} calls; most written: {' '.join(key)}, {count} times")
    people.attach()
    refused = Counter(answer.code for answer in answers if isinstance(answer, DomainError))
    return Spent(sum(isinstance(answer, Done) for answer in answers), refused, tally)
