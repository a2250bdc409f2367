"""Discount codes: each change is one transaction on the version that was read."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

import msgspec

from twofold.codes.model import DiscountCode
from twofold.codes.ports import AnsweredBefore, CodeChange, CodeMoved, LeadHasSpent, RequestKey
from twofold.contracts.errors import NotFound
from twofold.contracts.instants import Clock, now
from twofold.contracts.payloads.base import Answer
from twofold.contracts.payloads.leads import LeadCode

from . import ledger
from .code_items import becoming, from_item, lead_code
from .connection import SharedConnection
from .due import found_due
from .items import AnswerItem, CodeItem, SpentItem
from .reading import reaching_database, read
from .spread import take_part
from .transaction import Cancelled, Transaction

REMEMBERED = timedelta(days=30)
"""How long an Idempotency-Key is known."""


class DynamoCodeBook:
    def __init__(self, connection: SharedConnection, clock: Clock = now) -> None:
        self._connection = connection
        self._clock = clock

    def find(self, code: str) -> DiscountCode:
        item = read(CodeItem, code) if code and "#" not in code else None
        if item is None:
            raise NotFound("There is no such code.", code="code_not_found")
        return from_item(item)

    def change(self, change: CodeChange) -> None:
        transaction, after = Transaction(self._connection), change.after
        unchanged = CodeItem.version == after.version - 1
        transaction.update("code", CodeItem(code=after.code), becoming(after), unchanged)
        for event in change.events:
            ledger.append(transaction, event)
        for part in change.charges:
            take_part(transaction, part)
        _mark(transaction, change)
        if change.key and change.answer:
            answer = _answer(change.key, change.answer, self._clock() + REMEMBERED)
            transaction.put("answer", answer, AnswerItem.idempotency_key.does_not_exist())
        try:
            transaction.commit()
        except Cancelled as cancelled:
            _judge(cancelled)

    def answer(self, key: RequestKey) -> AnsweredBefore | None:
        item = read(AnswerItem, key.mark)
        return AnsweredBefore(item.answer.encode(), item.fingerprint) if item else None

    def marked(self, lead_id: str, campaign_id: str) -> str | None:
        item = read(SpentItem, _mark_key(lead_id, campaign_id))
        return item.spent_code if item else None

    def due(self, at: datetime) -> Iterator[str]:
        return (item.code for item in found_due(CodeItem.by_due, CodeItem.due_at, at))

    def states(self, codes: Sequence[str]) -> Mapping[str, LeadCode]:
        with reaching_database():
            return {item.code: lead_code(item) for item in CodeItem.batch_get(codes)} if codes else {}


def _mark(transaction: Transaction, change: CodeChange) -> None:
    code, mark = change.after, SpentItem.spent_code
    row = SpentItem(code=_mark_key(code.lead_id, code.origin.campaign_id), spent_code=code.code)
    if change.lead_mark == "take":
        transaction.put("mark", row, mark.does_not_exist() | (mark == code.code))
    if change.lead_mark == "free":
        transaction.delete("mark", row, mark.does_not_exist() | (mark == code.code))


def _mark_key(lead_id: str, campaign_id: str) -> str:
    return f"{lead_id}#{campaign_id}#spent"


def _judge(cancelled: Cancelled) -> None:
    # A key that is known settles it, whatever else has changed: it may be our own try, whose answer was lost.
    stored = cancelled.stored.get("answer")
    if stored:
        item = AnswerItem.from_raw_data(stored)
        raise AnsweredBefore(item.answer.encode(), item.fingerprint) from cancelled
    if "mark" in cancelled.stored and "code" not in cancelled.stored:
        raise LeadHasSpent from cancelled
    raise CodeMoved from cancelled


def _answer(key: RequestKey, answer: Answer, until: datetime) -> AnswerItem:
    return AnswerItem(
        idempotency_key=key.mark,
        fingerprint=key.fingerprint,
        answer=msgspec.json.encode(answer).decode(),
        ttl=int(until.timestamp()),
    )
