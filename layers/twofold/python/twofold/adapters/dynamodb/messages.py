"""Messages: claimed before they are sent, closed when they have ended."""

import uuid
from dataclasses import replace

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.operand import Value

from twofold.contracts.events import Envelope
from twofold.messages.model import Message
from twofold.messages.ports import Consented, ConsentGone, LogMoved
from twofold.messages.sending.send_log import SendLog

from . import ledger
from .connection import SharedConnection
from .items import LeadItem, MessageItem
from .message_items import from_item, to_item
from .plans import plan
from .reading import read
from .send_logs import as_read, log_item, read_log
from .transaction import Cancelled, Transaction

WAITING = ("planned", "deferred")


class DynamoMessageBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def state(self, message_id: str) -> str | None:
        item = read(MessageItem, message_id)
        return item.state if item else None

    def find(self, message_id: str) -> Message | None:
        item = read(MessageItem, message_id)
        return from_item(item) if item else None

    def plan(self, message: Message, event: Envelope) -> bool:
        transaction = Transaction(self._connection)
        plan(transaction, message, event)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            if f"message {message.message_id}" not in cancelled.stored:
                raise
            return False
        return True

    def send_log(self, lead_id: str, kind: str = "verification") -> SendLog:
        return read_log(lead_id, kind)

    def claim(self, message: Message, log: SendLog | None = None, consent: Consented | None = None) -> bool:
        transaction = Transaction(self._connection)
        mine = to_item(replace(message, state="claimed"))
        mine.claim_id = uuid.uuid4().hex
        transaction.put("message", mine, _free())
        if log:
            transaction.put("log", log_item(log), as_read(log))
        if consent:
            transaction.check("consent", LeadItem(lead_id=message.lead_id), _consents(consent))
        try:
            transaction.commit()
        except Cancelled as cancelled:
            return _is_ours(cancelled, mine)
        return True

    def defer(self, message: Message) -> bool:
        transaction = Transaction(self._connection)
        transaction.put("message", to_item(message), MessageItem.state.is_in(*WAITING))
        try:
            transaction.commit()
        except Cancelled as cancelled:
            return from_item(MessageItem.from_raw_data(cancelled.stored["message"])) == message
        return True

    def close(self, message: Message, event: Envelope | None) -> None:
        transaction = Transaction(self._connection)
        transaction.put("message", to_item(message), _unended(message))
        if event:
            ledger.append(transaction, event)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            if "message" not in cancelled.stored:
                raise
            if event and message.state == "accepted":
                self._tell_late(event, MessageItem.from_raw_data(cancelled.stored["message"]).state)

    def release(self, message: Message) -> None:
        transaction = Transaction(self._connection)
        transaction.put("message", to_item(message.now("planned")), MessageItem.state == "claimed")
        try:
            transaction.commit()
        except Cancelled:
            return

    def _tell_late(self, event: Envelope, state: str) -> None:
        # The receipt was quicker than the provider's answer: that the text left is still to be told.
        if state not in ("delivered", "failed"):
            return
        transaction = Transaction(self._connection)
        ledger.append(transaction, event)
        try:
            transaction.commit()
        except Cancelled:
            return


def _free() -> Condition:
    free: Condition = MessageItem.state.is_in(*WAITING) | MessageItem.message_id.does_not_exist()
    return free


def _unended(message: Message) -> Condition:
    # Whoever finds a claim lying says "unknown"; the one who holds it may still come back and know better.
    better = ("unknown",) if message.state in ("accepted", "failed") else ()
    # A claim that lies there is another's, who may be handing it over: "blocked" would not be true of it.
    claimed = ("claimed",) if message.state != "blocked" or message.at_least_once else ()
    going: Condition = MessageItem.state.is_in(*WAITING, *claimed, *better)
    going |= MessageItem.message_id.does_not_exist()
    return going


def _consents(consent: Consented) -> Condition:
    if consent.asked_at:
        there = LeadItem.lead_id.does_not_exist() | (LeadItem.status != "erased")
        may_be_answered: Condition = there | (LeadItem.left_at < consent.asked_at)
        return may_be_answered
    confirmed: Condition = LeadItem.status == "confirmed"
    if consent.scope is None:
        return confirmed
    free = LeadItem.hold.does_not_exist() | (LeadItem.held_until <= consent.at)
    agreed = LeadItem.scopes.contains(Value(consent.scope))
    may: Condition = confirmed & agreed & free
    return may


def _is_ours(cancelled: Cancelled, mine: MessageItem) -> bool:
    stored = cancelled.stored.get("message")
    # It may be our own claim, whose answer was lost.
    if stored and MessageItem.from_raw_data(stored).claim_id == mine.claim_id:
        return True
    if "consent" in cancelled.stored:
        raise ConsentGone from cancelled
    if stored:
        return False
    raise LogMoved from cancelled
