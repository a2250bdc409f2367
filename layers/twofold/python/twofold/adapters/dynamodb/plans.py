"""Messages that are planned as a part of what asks for them."""

from twofold.contracts.events import Envelope
from twofold.messages.model import Message

from . import ledger
from .items import MessageItem
from .message_items import to_item
from .transaction import Transaction


def plan(transaction: Transaction, message: Message, event: Envelope) -> None:
    """Make a new message, and that it is to be sent, part of the action."""
    put_plan(transaction, message)
    ledger.append(transaction, event)


def put_plan(transaction: Transaction, message: Message) -> None:
    """Make a new message, whose event is a part of it already, part of the action; the step is named by its id."""
    name = f"message {message.message_id}"
    transaction.put(name, to_item(message), MessageItem.message_id.does_not_exist())
