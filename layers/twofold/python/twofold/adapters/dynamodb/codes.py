"""Discount codes: each change is one transaction on the version that was read."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import msgspec
from msgspec import UNSET

from twofold.codes.model import DiscountCode
from twofold.codes.ports import AnsweredBefore, CodeMoved, RequestKey
from twofold.contracts.errors import NotFound
from twofold.contracts.events import Envelope
from twofold.contracts.instants import now, to_second
from twofold.contracts.payloads import Answer, LeadCode
from twofold.leads.ports import NewCode
from twofold.ledger.record import Origin

from . import ledger
from .connection import SharedConnection
from .items import AnswerItem, CodeItem, IssueItem
from .reading import reaching_database, read
from .transaction import Cancelled, Transaction

REMEMBERED = timedelta(days=30)
"""How long an Idempotency-Key is known."""


def issue_key(lead_id: str, campaign_id: str, cause: str = "signup") -> str:
    """The row that makes a code unique per lead, campaign and cause."""
    return f"{lead_id}#{campaign_id}#{cause}"


def issue(
    transaction: Transaction, code: NewCode, lead_id: str, origin: Origin, at: datetime, cause: str = "signup"
) -> None:
    """Make a fresh code, and that it is the only one for this cause, part of the action."""
    item = CodeItem(
        code=code.code,
        lead_id=lead_id,
        issued_at=at,
        state="issued",
        version=1,
        campaign_id=origin.campaign_id,
        asset_id=origin.asset_id,
        place=origin.place,
        brand=code.brand,
        offer=code.offer,
        expires_at=code.expires_at,
        referral=code.referral,
    )
    once = IssueItem(code=issue_key(lead_id, code.campaign_id, cause), issued_code=code.code)
    transaction.put("code", item, CodeItem.code.does_not_exist())
    transaction.put("issue", once, IssueItem.code.does_not_exist())


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
