"""Answers: stored once, with what they change and the texts they ask for."""

from collections.abc import Sequence

from twofold.leads.change import LeadChange
from twofold.leads.ports import LeadMoved
from twofold.messages.model import Message
from twofold.messages.replies.ports import Told

from . import ledger
from .changes import put_change
from .connection import SharedConnection
from .items import MessageItem
from .message_items import from_item, to_item
from .messages import plan
from .reading import reaching_database
from .transaction import Cancelled, Transaction

OPEN = "open"


class DynamoReplyBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def receive(self, received: Told, change: LeadChange | None, answers: Sequence[Told]) -> bool:
        transaction = Transaction(self._connection)
        message, event = received
        transaction.put("received", to_item(message), MessageItem.message_id.does_not_exist())
        ledger.append(transaction, event)
        if change:
            put_change(transaction, change)
        for answer, asked in answers:
            plan(transaction, answer, asked)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            if "lead" in cancelled.stored and "received" not in cancelled.stored:
                raise LeadMoved from cancelled
            return False
        return True

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
