"""Messages: claimed before they are sent, closed when they have ended."""

import uuid

from pynamodb.expressions.condition import Condition

from twofold.contracts.events import Envelope
from twofold.messages.model import Message
from twofold.messages.ports import LogMoved
from twofold.messages.sending.send_log import SendLog

from . import ledger
from .connection import SharedConnection
from .items import LimitItem, MessageItem
from .reading import read
from .transaction import Cancelled, Transaction

_WEEK = 7 * 86_400


class DynamoMessageBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def state(self, message_id: str) -> str | None:
        item = read(MessageItem, message_id)
        return item.state if item else None

    def send_log(self, lead_id: str) -> SendLog:
        item = read(LimitItem, _log_key(lead_id))
        if item is None:
            return SendLog(lead_id=lead_id)
        return SendLog(lead_id=lead_id, sent=tuple(item.sent or ()), version=int(item.version or 0))

    def claim(self, message: Message, log: SendLog | None = None) -> bool:
        transaction = Transaction(self._connection)
        free = MessageItem.message_id.does_not_exist() | (MessageItem.state == "planned")
        mine = _item(message.now("claimed"))
        mine.claim_id = uuid.uuid4().hex
        transaction.put("message", mine, free)
        if log:
            transaction.put("log", _log_item(log), _as_read(log))
        try:
            transaction.commit()
        except Cancelled as cancelled:
            stored = cancelled.stored.get("message")
            if stored is None:
                raise LogMoved from cancelled
            # It may be our own claim, whose answer was lost.
            return MessageItem.from_raw_data(stored).claim_id == mine.claim_id
        return True

    def close(self, message: Message, event: Envelope | None) -> None:
        transaction = Transaction(self._connection)
        unended = MessageItem.message_id.does_not_exist() | MessageItem.state.is_in("planned", "claimed")
        transaction.put("message", _item(message), unended)
        if event:
            ledger.append(transaction, event)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            if "message" not in cancelled.stored:
                raise

    def release(self, message: Message) -> None:
        transaction = Transaction(self._connection)
        transaction.put("message", _item(message.now("planned")), MessageItem.state == "claimed")
        try:
            transaction.commit()
        except Cancelled:
            return


def _log_key(lead_id: str) -> str:
    return f"sends#{lead_id}"


def _as_read(log: SendLog) -> Condition:
    if log.version == 1:
        return LimitItem.limit_key.does_not_exist()
    return LimitItem.version == log.version - 1


def _log_item(log: SendLog) -> LimitItem:
    ttl = int(log.sent[-1].timestamp()) + _WEEK
    return LimitItem(limit_key=_log_key(log.lead_id), sent=list(log.sent), version=log.version, ttl=ttl)


def _item(message: Message) -> MessageItem:
    return MessageItem(
        message_id=message.message_id,
        lead_id=message.lead_id,
        planned_at=message.planned_at,
        message_class=message.message_class,
        template=message.template,
        shown=message.shown,
        parts=message.parts,
        state=message.state,
        rule=message.rule,
        provider=message.provider,
        provider_id=message.provider_id,
        campaign_id=message.origin.campaign_id,
        asset_id=message.origin.asset_id,
        place=message.origin.place,
    )
