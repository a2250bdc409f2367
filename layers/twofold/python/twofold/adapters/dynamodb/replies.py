"""Answers: stored once, with what they change and the texts they ask for."""

from collections.abc import Sequence

from twofold.contracts.instants import now
from twofold.leads.change import LeadChange
from twofold.leads.ports import LeadMoved
from twofold.limits.allowance import Allowance
from twofold.messages.model import Message
from twofold.messages.replies.ports import AnsweredEnough, Told

from . import ledger
from .changes import put_change
from .connection import SharedConnection
from .items import MessageItem
from .limits import charge as charge_to
from .message_items import from_item, to_item
from .plans import plan
from .reading import reaching_database
from .transaction import Cancelled, Transaction

OPEN = "open"

LATEST = 100
"""Messages of one lead that are looked through for an answer that still waits."""


class DynamoReplyBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def receive(
        self,
        received: Told,
        change: LeadChange | None,
        answers: Sequence[Told],
        charge: Allowance | None = None,
    ) -> bool:
        transaction = Transaction(self._connection)
        message, event = received
        transaction.put("received", to_item(message), MessageItem.message_id.does_not_exist())
        ledger.append(transaction, event)
        if change:
            put_change(transaction, change)
        for answer, asked in answers:
            plan(transaction, answer, asked)
        row = charge.row(at := now()) if charge else ""
        if charge:
            charge_to(transaction, charge, at)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            if "received" in cancelled.stored:
                return False
            # What else stands in the way may be a STOP's own consent link: nothing of it may get lost.
            raise (AnsweredEnough if set(cancelled.stored) == {row} else LeadMoved) from cancelled
        return True

    def waiting_of(self, lead_id: str) -> Sequence[str]:
        with reaching_database():
            rows = MessageItem.by_lead.query(lead_id, scan_index_forward=False, limit=LATEST)
            ids = [row.message_id for row in rows]
            found = MessageItem.batch_get(ids, consistent_read=True) if ids else ()
            return [item.message_id for item in found if item.review == OPEN]

    def for_review(self, most: int) -> Sequence[Message]:
        with reaching_database():
            ids = [row.message_id for row in MessageItem.for_review.query(OPEN, limit=most)]
            found = {item.message_id: from_item(item) for item in MessageItem.batch_get(ids)} if ids else {}
        return [found[message_id] for message_id in ids if message_id in found]

    def reviewed(self, message_id: str) -> bool:
        transaction = Transaction(self._connection)
        row = MessageItem(message_id=message_id)
        transaction.update("message", row, [MessageItem.review.remove()], MessageItem.review == OPEN)
        try:
            transaction.commit()
        except Cancelled:
            return False
        return True
