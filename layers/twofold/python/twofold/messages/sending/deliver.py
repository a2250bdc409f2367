"""Hands a claimed text to the provider and stores how it ended."""

from dataclasses import dataclass, replace
from datetime import datetime

from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.events import MessageBlocked, MessageFailed, MessageSent
from twofold.contracts.instants import Clock
from twofold.leads.opt_out import OptOut
from twofold.messages.model import Message, Sms
from twofold.messages.money.spend import Spend
from twofold.messages.ports import (
    Handed,
    MessageBook,
    NotStored,
    NumberRejected,
    RecipientOptedOut,
    SendLogs,
    SmsGateway,
    SmsRejected,
)
from twofold.messages.receipts.refused_number import RefusedNumber

from .verdict import Verdict

STORES = 3
"""Tries to store what became of a text once it was handed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliver:
    gateway: SmsGateway
    book: MessageBook
    logs: SendLogs
    spend: Spend
    opt_out: OptOut
    refused_number: RefusedNumber
    clock: Clock

    def __call__(self, message: Message, sms: Sms) -> Message:
        """Send once and answer the message as it ended: accepted, failed or unknown.

        Raises Unavailable, with its price given back and the message released, when it surely did not leave and should
        be tried again; OutcomeUnknown, released too but paid for, for a discount code's text, where a second one is
        better than none; NotStored when the claim had to stay as it was.
        """
        try:
            handed = self.gateway.send(sms)
        except SmsRejected as error:
            self._heed(message, error)
            return self._failed(message, error.code)
        except OutcomeUnknown:
            if message.at_least_once:
                self._release(message)
                raise
            return self._ended(message.now("unknown", rule="no_answer", why="The provider did not answer."))
        except Unavailable:
            self.take_back(message)
            raise
        return self._accepted(message, handed)

    def block(self, message: Message, verdict: Verdict) -> Message:
        """Store that the text was not sent, and the rule that said so."""
        data = MessageBlocked(**message.named, rule=verdict.rule, why=verdict.why)
        return self.end(message.now("blocked", rule=verdict.rule, why=verdict.why), data)

    def interrupted(self, message: Message) -> None:
        """Store that nobody closed its claim: it may or may not have left, and a second text is worse than none."""
        why = "Sending was interrupted, so nobody can tell whether it left."
        self.end(message.now("unknown", rule="interrupted", why=why))

    def take_back(self, message: Message) -> Message:
        """A claimed text that is not handed over after all: planned again, its price and its place given back.

        Raises NotStored when the claim had to stay as it was.
        """
        unclaimed = self._uncounted(message)
        self._release(unclaimed)
        return unclaimed

    def end(self, message: Message, data: MessageBlocked | None = None) -> Message:
        at: datetime = self.clock()
        self.book.close(message, message.told(data, at) if data else None)
        return message

    def _heed(self, message: Message, error: SmsRejected) -> None:
        """What the refusal says of the person or the number, beside this text."""
        lead_id, message_id = message.lead_id, message.message_id
        try:
            if isinstance(error, RecipientOptedOut):
                self.opt_out(lead_id, source="carrier", text=error.code, message_id=message_id)
            if isinstance(error, NumberRejected):
                self.refused_number(lead_id, message_id, error.code)
        except Unavailable:
            # The text did not leave: when it is tried again, the provider says the same again.
            self.take_back(message)
            raise

    def _uncounted(self, message: Message) -> Message:
        """As it was before it was charged, and took a place under the lead's cap: it surely did not leave."""
        unspent = self.spend.give_back(message)
        if message.counted_at is None:
            return unspent
        try:
            self.logs.forget(message.lead_id, message.message_class, message.counted_at)
        except Unavailable:
            # It still says which place is its own, and takes that when it is tried again.
            return unspent
        return replace(unspent, counted_at=None)

    def _release(self, message: Message) -> None:
        """Once: a second time might take the claim of whoever has it by then."""
        try:
            self.book.release(message)
        except Unavailable as error:
            raise NotStored("That the text may be tried again could not be stored.") from error

    def _accepted(self, message: Message, handed: Handed) -> Message:
        data = MessageSent(**message.named, parts=message.parts, provider=handed.provider)
        sent = replace(message, state="accepted", provider=handed.provider, provider_id=handed.provider_id)
        return self._ended(sent, data)

    def _failed(self, message: Message, reason: str) -> Message:
        unspent = self._uncounted(message)
        why = f"The provider refused the text: {reason}."
        data = MessageFailed(**message.named, reason=reason)
        return self._ended(unspent.now("failed", rule=reason, why=why), data)

    def _ended(self, message: Message, data: MessageSent | MessageFailed | None = None) -> Message:
        event = message.told(data, self.clock()) if data else None
        for tries_left in reversed(range(STORES)):
            try:
                self.book.close(message, event)
                break
            except Unavailable as error:
                if not tries_left:
                    raise NotStored("How the text ended could not be stored.") from error
        return message
