"""Discount codes: each change is one transaction on the version that was read."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import msgspec
from msgspec import UNSET

from twofold.codes.model import DiscountCode
from twofold.codes.ports import AnsweredBefore, CodeMoved, RequestKey
from twofold.contracts.errors import NotFound
from twofold.contracts.events import Envelope
from twofold.contracts.instants import now, to_second
from twofold.contracts.payloads import Answer, LeadCode
from twofold.ledger.record import Origin

from . import ledger
from .connection import SharedConnection
from .items import AnswerItem, CodeItem
from .reading import reaching_database, read
from .transaction import Cancelled, Transaction

REMEMBERED = timedelta(days=30)
"""How long an Idempotency-Key is known."""


class DynamoCodeBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def find(self, code: str) -> DiscountCode:
        item = read(CodeItem, code) if code and "#" not in code else None
        if item is None:
            raise NotFound("There is no such code.", code="code_not_found")
        return _code(item)

    def change(self, after: DiscountCode, event: Envelope, key: RequestKey | None, answer: Answer) -> None:
        transaction = Transaction(self._connection)
        actions = [
            CodeItem.state.set(after.state),
            CodeItem.version.set(after.version),
        ]
        if after.redemption:
            actions.append(CodeItem.redemption.set(after.redemption))
        if after.past:
            actions.append(CodeItem.past.set(after.past))
        unchanged = CodeItem.version == after.version - 1
        transaction.update("code", CodeItem(code=after.code), actions, unchanged)
        ledger.append(transaction, event)
        if key:
            transaction.put("answer", _answer(key, answer), AnswerItem.idempotency_key.does_not_exist())
        try:
            transaction.commit()
        except Cancelled as cancelled:
            _judge(cancelled)

    def answer(self, key: RequestKey) -> AnsweredBefore | None:
        item = read(AnswerItem, key.mark)
        return AnsweredBefore(item.answer.encode(), item.fingerprint) if item else None

    def states(self, codes: Sequence[str]) -> Mapping[str, LeadCode]:
        with reaching_database():
            return {item.code: _lead_code(item) for item in CodeItem.batch_get(codes)} if codes else {}


def _judge(cancelled: Cancelled) -> None:
    # A key that is known settles it, whatever else has changed: it may be our own try, whose answer was lost.
    stored = cancelled.stored.get("answer")
    if stored:
        item = AnswerItem.from_raw_data(stored)
        raise AnsweredBefore(item.answer.encode(), item.fingerprint) from cancelled
    raise CodeMoved from cancelled


def _answer(key: RequestKey, answer: Answer) -> AnswerItem:
    return AnswerItem(
        idempotency_key=key.mark,
        fingerprint=key.fingerprint,
        answer=msgspec.json.encode(answer).decode(),
        ttl=int((now() + REMEMBERED).timestamp()),
    )


def _code(item: CodeItem) -> DiscountCode:
    return DiscountCode(
        code=item.code,
        state=item.state,
        version=int(item.version),
        lead_id=item.lead_id,
        brand=item.brand,
        offer=item.offer,
        origin=Origin(campaign_id=item.campaign_id, asset_id=item.asset_id, place=item.place),
        expires_at=item.expires_at,
        redemption=item.redemption,
        past=item.past or (),
        referral=item.referral,
    )


def _lead_code(item: CodeItem) -> LeadCode:
    expires_at = to_second(item.expires_at) if item.expires_at else UNSET
    return LeadCode(code=item.code, state=item.state, campaign_id=item.campaign_id, expires_at=expires_at)
