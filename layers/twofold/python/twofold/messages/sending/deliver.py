"""Hands a claimed text to the provider and stores how it ended."""

from dataclasses import dataclass, replace
from datetime import datetime

from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.events import MessageBlocked, MessageFailed, MessageSent
from twofold.contracts.instants import Clock
from twofold.messages.model import REQUESTED, Message, Sms
from twofold.messages.ports import MessageBook, SmsGateway, SmsRejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliver:
    gateway: SmsGateway
    book: MessageBook
    clock: Clock

    def __call__(self, message: Message, sms: Sms) -> Message:
        """Send once and answer the message as it ended: accepted, failed or unknown.

        Raises Unavailable, with the message released, when it should be tried again: it surely did not leave, or
        it is of the requested class, where a second text is better than none.
        """
        try:
            provider_id = self.gateway.send(sms)
        except SmsRejected as error:
            return self._failed(message, error.code)
        except OutcomeUnknown:
            if message.message_class == REQUESTED:
                self.book.release(message)
                raise
            return self.end(message.now("unknown", rule="no_answer"))
        except Unavailable:
            self.book.release(message)
            raise
        return self._accepted(message, provider_id)

    def block(self, message: Message, rule: str) -> Message:
        """Store that the text was not sent, and the rule that said so."""
        data = MessageBlocked(
            message_id=message.message_id,
            message_class=message.message_class,
            template=message.template,
            rule=rule,
        )
        return self.end(message.now("blocked", rule=rule), data)

    def end(
        self, message: Message, data: MessageSent | MessageBlocked | MessageFailed | None = None
    ) -> Message:
        at: datetime = self.clock()
        self.book.close(message, message.told(data, at) if data else None)
        return message

    def _accepted(self, message: Message, provider_id: str) -> Message:
        data = MessageSent(
            message_id=message.message_id,
            message_class=message.message_class,
            template=message.template,
            parts=message.parts,
            provider=self.gateway.name,
        )
        sent = replace(message, state="accepted", provider=self.gateway.name, provider_id=provider_id)
        return self.end(sent, data)

    def _failed(self, message: Message, reason: str) -> Message:
        data = MessageFailed(
            message_id=message.message_id,
            message_class=message.message_class,
            template=message.template,
            reason=reason,
        )
        return self.end(message.now("failed", rule=reason), data)
