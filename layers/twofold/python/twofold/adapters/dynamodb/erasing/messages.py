"""Texts: the number, the words and what was filled in go; that one was sent, when, and what it cost, stay."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from pynamodb.exceptions import UpdateError

from twofold.adapters.dynamodb import ledger
from twofold.adapters.dynamodb.connection import SharedConnection
from twofold.adapters.dynamodb.items import MessageItem
from twofold.adapters.dynamodb.message_items import from_item
from twofold.adapters.dynamodb.messages_of_lead import read_messages
from twofold.adapters.dynamodb.reading import reaching_database, unmet
from twofold.adapters.dynamodb.transaction import Cancelled, Transaction
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import MessageBlocked
from twofold.contracts.instants import Clock, now
from twofold.messages.model import MARKETING
from twofold.privacy.model import ERASED, Forgotten

HANDED_OVER = timedelta(minutes=1)
"""Longer than it takes to hand a text over: whoever claimed one longer ago is dead."""

WAITING = ("planned", "deferred")
WHY = "The lead was erased before it could go."

_PERSONAL = (
    *(MessageItem.to, MessageItem.to_country, MessageItem.locale, MessageItem.fields, MessageItem.review),
    *(MessageItem.why, MessageItem.provider_id),
)
_EMPTY = (MessageItem.shown.set(""), *(attribute.remove() for attribute in _PERSONAL))


class ErasedMessages:
    def __init__(self, connection: SharedConnection, clock: Clock = now) -> None:
        self._connection = connection
        self._clock = clock

    def forget(self, person: Forgotten) -> int:
        """Raises Unavailable when all are done but one that is being handed over at this moment."""
        ended = [self._forget(item, person) for item in messages_of(person.lead_id, person.until)]
        if None in ended:
            raise Unavailable("A text is being handed over.")
        return sum(map(bool, ended))

    def _forget(self, item: MessageItem, person: Forgotten) -> bool | None:
        """Whether there was something to remove; None while somebody else holds it."""
        if item.state in WAITING:
            # Whoever asks for a text since then is answered, erased or not.
            old = item.planned_at <= person.at or item.message_class == MARKETING
            return old and self._block(item)
        if item.state == "claimed" and self._clock() - (item.charged_at or item.planned_at) < HANDED_OVER:
            return None
        if item.shown == "" and not any(getattr(item, each.attr_name) for each in _PERSONAL):
            return False
        return _updated(item)

    def _block(self, item: MessageItem) -> bool:
        """In one action, so that nobody who holds the text as it was can send it or store it again."""
        transaction = Transaction(self._connection)
        blocked = [
            MessageItem.state.set("blocked"),
            MessageItem.rule.set(ERASED),
            MessageItem.due_at.remove(),
        ]
        row = MessageItem(message_id=item.message_id)
        transaction.update("message", row, [*_EMPTY, *blocked], MessageItem.state.is_in(*WAITING))
        message = from_item(item)
        told = MessageBlocked(**message.named, rule=ERASED, why=WHY)
        ledger.append(transaction, message.told(told, self._clock()))
        try:
            transaction.commit()
        except Cancelled:
            # It has moved on: the next pass sees how it stands.
            return True
        return True


def _updated(item: MessageItem) -> bool:
    with reaching_database():
        try:
            item.update(list(_EMPTY), condition=MessageItem.state == item.state)
        except UpdateError as error:
            if not unmet(error):
                raise
    return True


def messages_of(lead_id: str, until: datetime = datetime.max.replace(tzinfo=UTC)) -> Sequence[MessageItem]:
    """The lead's messages that were planned until then, oldest first."""
    return read_messages(MessageItem.by_lead.query(lead_id, MessageItem.planned_at <= until))
