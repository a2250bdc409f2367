"""Messages in memory, and the kill switch."""

from dataclasses import dataclass, replace
from datetime import datetime

from tests.fakes.memory import Memory
from twofold.contracts.events import Envelope
from twofold.leads.model import Lead
from twofold.messages.model import Message
from twofold.messages.ports import Consented, ConsentGone, LogMoved
from twofold.messages.sending.send_log import SendLog

WAITING = ("planned", "deferred")
ENDS_AFTER_ALL = ("accepted", "failed")
"""What whoever holds a claim may still say after somebody else has called it unknown."""

TOLD_BY_RECEIPT = ("delivered", "failed")


@dataclass(frozen=True, slots=True)
class InMemoryMessageBook:
    memory: Memory

    def state(self, message_id: str) -> str | None:
        stored = self.find(message_id)
        return stored.state if stored else None

    def find(self, message_id: str) -> Message | None:
        with self.memory.lock:
            return self.memory.messages.get(message_id)

    def plan(self, message: Message, event: Envelope) -> bool:
        with self.memory.lock:
            if message.message_id in self.memory.messages:
                return False
            self.memory.messages[message.message_id] = message
            self.memory.append(event)
            return True

    def send_log(self, lead_id: str, kind: str = "verification") -> SendLog:
        with self.memory.lock:
            return self.memory.logs.get((lead_id, kind), SendLog(lead_id=lead_id, kind=kind))

    def claim(self, message: Message, log: SendLog | None = None, consent: Consented | None = None) -> bool:
        with self.memory.lock:
            if consent and not _consents(self.memory.leads.get(message.lead_id), consent):
                raise ConsentGone
            if self.state(message.message_id) not in (None, *WAITING):
                return False
            if log and self.send_log(log.lead_id, log.kind).version != log.version - 1:
                raise LogMoved
            self.memory.messages[message.message_id] = replace(message, state="claimed")
            if log:
                self.memory.logs[log.lead_id, log.kind] = log
            return True

    def defer(self, message: Message) -> bool:
        with self.memory.lock:
            stored = self.memory.messages[message.message_id]
            if stored.state in WAITING:
                self.memory.messages[message.message_id] = message
                return True
            return stored == message

    def close(self, message: Message, event: Envelope | None) -> None:
        with self.memory.lock:
            state = self.state(message.message_id)
            better = ("unknown",) if message.state in ENDS_AFTER_ALL else ()
            claimed = ("claimed",) if message.state != "blocked" or message.at_least_once else ()
            if state in (None, *WAITING, *claimed, *better):
                self.memory.messages[message.message_id] = message
                self.memory.append(*([event] if event else []))
            elif event and message.state == "accepted" and state in TOLD_BY_RECEIPT:
                self.memory.ledger.setdefault(event.id, event)

    def release(self, message: Message) -> None:
        with self.memory.lock:
            if self.state(message.message_id) == "claimed":
                self.memory.messages[message.message_id] = message.now("planned")


def _consents(lead: Lead | None, asked: Consented) -> bool:
    if asked.asked_at:
        return lead is None or not lead.erased_since(asked.asked_at)
    if lead is None or lead.status != "confirmed":
        return False
    return asked.scope is None or (asked.scope in lead.scopes and lead.held(asked.at) is None)


@dataclass(frozen=True, slots=True)
class InMemorySendLogs:
    memory: Memory

    def forget(self, lead_id: str, kind: str, at: datetime) -> None:
        with self.memory.lock:
            log = self.memory.logs.get((lead_id, kind))
            if log and at in log.sent:
                self.memory.logs[lead_id, kind] = replace(log.minus(at), version=log.version + 1)


@dataclass(frozen=True, slots=True)
class InMemoryKillSwitch:
    memory: Memory

    def paused(self) -> bool:
        return self.memory.paused
