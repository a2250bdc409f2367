"""Settles a text by its receipt: it only ever rises, its true price is counted, and its number is judged by it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from twofold.contracts.errors import Unavailable
from twofold.contracts.events import MessageDelivered, MessageFailed, MessageSent
from twofold.contracts.instants import Clock
from twofold.leads.phone import LeadIdentity
from twofold.leads.ports import LeadBook, LeadMoved
from twofold.messages.model import RANK, Message
from twofold.messages.money.spend import charged
from twofold.messages.ports import MessageBook
from twofold.messages.quiet_hours.hours import HORIZON
from twofold.messages.sending.verdict import SEND

from .hygiene import Hygiene
from .model import ACCEPTED, DELIVERED, FAILED, Receipt
from .ports import MessageMoved, ReceiptBook, Refund

TRIES = 6

MOST_TIMES = 3
"""How often the price that was reserved a text may have cost."""

RECENT = HORIZON + timedelta(days=4)
"""How long ago a text may have been planned: it waited for its hours, and no provider tries for more than four days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle:
    leads: LeadBook
    identify: LeadIdentity
    messages: MessageBook
    book: ReceiptBook
    hygiene: Hygiene
    clock: Clock

    def __call__(self, receipt: Receipt) -> str:
        """Answer how the message stands now; `late` when the receipt changes nothing, `not_ours` without a message,
        `not_theirs` when another provider took it. A price beyond belief is not counted, and named in the answer.

        Receipts may come twice and in any order. Raises Unavailable.
        """
        for _ in range(TRIES):
            message = self._find(receipt)
            if message is None:
                return "not_ours"
            if message.provider not in (None, receipt.provider):
                # Who took a text is who may speak of it.
                return "not_theirs"
            if not _raises(receipt, message):
                return "late"
            try:
                return self._settle(receipt, message)
            except (MessageMoved, LeadMoved):
                continue
        raise Unavailable("The message changed too often to be settled.")

    def _find(self, receipt: Receipt) -> Message | None:
        if receipt.message_id:
            return self.messages.find(receipt.message_id)
        if receipt.recipient:
            lead_id, since = self.identify(receipt.recipient), self.clock() - RECENT
            return self.book.by_provider(lead_id, receipt.provider_id, since)
        return None

    def _settle(self, receipt: Receipt, was: Message) -> str:
        at, strange = self.clock(), _strange(receipt, was)
        billed = was.billed if strange or receipt.price is None else receipt.price
        rule, why = _reason(receipt)
        message = replace(was, state=receipt.state, billed=billed, rule=rule, why=why)
        if not message.provider_id:
            message = replace(message, provider=receipt.provider, provider_id=receipt.provider_id)
        change = self.hygiene(receipt, self.leads.lead(was.lead_id), was.message_id, at)
        told = [message.told(data, at) for data in _news(receipt, was)]
        self.book.settle(message, was, told, list(_refunds(message, was)), change)
        return f"{receipt.state}_at_a_strange_price" if strange else receipt.state


def _strange(receipt: Receipt, was: Message) -> bool:
    """A slip of a provider's pen must not use a day's budget up: what was set as the most is believed threefold."""
    return receipt.price is not None and was.price > 0 and receipt.price > MOST_TIMES * was.price


def _reason(receipt: Receipt) -> tuple[str, str]:
    """The rule that the message ends by, and its sentence."""
    if receipt.state != FAILED:
        return SEND.rule, SEND.why
    reason = receipt.error or receipt.fault or "undelivered"
    return reason, f"The provider could not deliver it: {reason}."


def _refunds(message: Message, was: Message) -> Iterator[Refund]:
    """The first true price that is told is what was charged, of the same budgets."""
    if message.billed is None or was.billed is not None or was.charged_at is None:
        return
    for allowance in charged(was):
        yield allowance, was.charged_at, was.price - message.billed


def _raises(receipt: Receipt, message: Message) -> bool:
    """That the provider took it is news only when nobody could tell; whoever is sending it will say so otherwise."""
    if receipt.state == ACCEPTED:
        return message.state == "unknown"
    return RANK[receipt.state] > RANK[message.state]


def _news(receipt: Receipt, was: Message) -> Iterator[MessageSent | MessageDelivered | MessageFailed]:
    if was.state == "unknown":
        yield MessageSent(**was.named, parts=was.parts, provider=receipt.provider)
    if receipt.state == DELIVERED:
        yield MessageDelivered(**was.named, price=receipt.price)
    if receipt.state == FAILED:
        yield MessageFailed(**was.named, reason=receipt.error or receipt.fault or "undelivered")
