"""Receipts: how a message stands, what more it cost and what it says of its number, in one action.

What goes back to a budget follows by itself: everyone's receipts give to the same few rows, and transactions on one row
would hold each other up (docs/decisions/0017).
"""

from collections.abc import Sequence
from datetime import datetime

from pynamodb.expressions.update import Action

from twofold.contracts.events import Envelope
from twofold.leads.change import LeadChange
from twofold.leads.ports import LeadMoved
from twofold.messages.model import Message
from twofold.messages.receipts.ports import MessageMoved, Refund

from . import ledger
from .changes import put_change
from .connection import SharedConnection
from .items import LimitItem, MessageItem
from .limits import DynamoCounter
from .message_items import from_item
from .reading import reaching_database, read
from .transaction import Cancelled, Transaction


class DynamoReceiptBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection
        self._budgets = DynamoCounter()

    def by_provider(self, lead_id: str, provider_id: str, since: datetime) -> Message | None:
        with reaching_database():
            later = MessageItem.planned_at > since
            rows = MessageItem.by_lead.query(lead_id, later, scan_index_forward=False)
            ids = [row.message_id for row in rows]
            # Nearly always it is the newest, and a moment old. A row that was read too early lacks the provider's id,
            # and is looked at again with all the others; one that has risen since then moves as it is settled.
            newest = read(MessageItem, ids[0], consistent=False) if ids else None
            if newest and newest.provider_id == provider_id:
                return from_item(newest)
            found = list(MessageItem.batch_get(ids, consistent_read=True)) if ids else []
        return next((from_item(item) for item in found if item.provider_id == provider_id), None)

    def settle(
        self,
        message: Message,
        was: Message,
        events: Sequence[Envelope],
        refunds: Sequence[Refund],
        change: LeadChange | None,
    ) -> None:
        transaction = Transaction(self._connection)
        row, as_read = MessageItem(message_id=message.message_id), MessageItem.state == was.state
        transaction.update("message", row, _settled(message), as_read)
        for event in events:
            ledger.append(transaction, event)
        for allowance, at, amount in refunds:
            if amount < 0:
                counter = LimitItem(limit_key=allowance.row(at))
                transaction.update(f"more of {allowance.row(at)}", counter, [LimitItem.taken.add(-amount)])
        if change:
            put_change(transaction, change)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            raise (LeadMoved if "lead" in cancelled.stored else MessageMoved) from cancelled
        for allowance, at, amount in refunds:
            if amount > 0:
                self._budgets.give(allowance, at, amount)


def _settled(message: Message) -> list[Action]:
    actions = [MessageItem.state.set(message.state)]
    optional = {
        "rule": message.rule,
        "why": message.why,
        "provider": message.provider,
        "provider_id": message.provider_id,
        "billed": message.billed,
    }
    return actions + [getattr(MessageItem, name).set(v) for name, v in optional.items() if v is not None]
