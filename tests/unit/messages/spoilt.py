"""Books of messages as they could have been written wrongly."""

from dataclasses import dataclass
from typing import Any

from tests.fakes.messages import WAITING
from tests.unit.messages.stepped import Theatre
from twofold.messages.model import Message
from twofold.messages.ports import Consented, ConsentGone, LogMoved
from twofold.messages.sending.send_log import SendLog


@dataclass
class _Spoilt:
    book: Any
    theatre: Theatre

    def __getattr__(self, method: str) -> Any:
        return getattr(self.book, method)


class ConsentReadFirst(_Spoilt):
    """Looks whether the lead agrees, and then claims: two calls where there must be one."""

    def claim(self, message: Message, log: SendLog | None = None, consent: Consented | None = None) -> bool:
        if consent:
            self.theatre.stage.stop()
            lead = self.theatre.memory.leads[message.lead_id]
            if lead.status != "confirmed" or lead.held(consent.at):
                raise ConsentGone
        return bool(self.book.claim(message, log, None))


class CapReadFirst(_Spoilt):
    """Writes the log of what was sent without asking whether it is still the one that was read."""

    def claim(self, message: Message, log: SendLog | None = None, consent: Consented | None = None) -> bool:
        try:
            return bool(self.book.claim(message, log, consent))
        except LogMoved:
            return bool(self.book.claim(message, None, consent))


class StateReadFirst(_Spoilt):
    """Looks whether the message is free, and then takes it whoever has it by then."""

    def claim(self, message: Message, log: SendLog | None = None, consent: Consented | None = None) -> bool:
        if self.book.state(message.message_id) not in WAITING:
            return False
        self.theatre.stage.stop()
        self.theatre.memory.messages[message.message_id] = message.now("planned")
        try:
            return bool(self.book.claim(message, log, consent))
        except LogMoved:
            return bool(self.book.claim(message, None, consent))


class ClaimsBlocked(_Spoilt):
    """Calls a text blocked that somebody else is handing over."""

    def close(self, message: Message, event: Any) -> None:
        if message.state == "blocked" and self.book.state(message.message_id) == "claimed":
            self.theatre.memory.messages[message.message_id] = message
        self.book.close(message, event)


class ReleasedWhenNobodyKnows(_Spoilt):
    """Tries a text again that may have left."""

    def close(self, message: Message, event: Any) -> None:
        if message.state == "unknown":
            return self.book.release(message)  # type: ignore[no-any-return]
        return self.book.close(message, event)  # type: ignore[no-any-return]
