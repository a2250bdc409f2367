"""Messages in memory, a provider that takes what it is given, and the kill switch."""

from dataclasses import dataclass, field

from tests.fakes.memory import Memory
from twofold.contracts.events import Envelope
from twofold.messages.model import Message, Sms
from twofold.messages.ports import LogMoved
from twofold.messages.sending.send_log import SendLog


@dataclass(frozen=True, slots=True)
class InMemoryMessageBook:
    memory: Memory

    def state(self, message_id: str) -> str | None:
        with self.memory.lock:
            stored = self.memory.messages.get(message_id)
            return stored.state if stored else None

    def send_log(self, lead_id: str) -> SendLog:
        with self.memory.lock:
            return self.memory.logs.get(lead_id, SendLog(lead_id=lead_id))

    def claim(self, message: Message, log: SendLog | None = None) -> bool:
        with self.memory.lock:
            if self.state(message.message_id) not in (None, "planned"):
                return False
            if log and self.send_log(log.lead_id).version != log.version - 1:
                raise LogMoved
            self.memory.messages[message.message_id] = message.now("claimed")
            if log:
                self.memory.logs[log.lead_id] = log
            return True

    def close(self, message: Message, event: Envelope | None) -> None:
        with self.memory.lock:
            if self.state(message.message_id) in (None, "planned", "claimed"):
                self.memory.messages[message.message_id] = message
                self.memory.append(*([event] if event else []))

    def release(self, message: Message) -> None:
        with self.memory.lock:
            if self.state(message.message_id) == "claimed":
                self.memory.messages[message.message_id] = message.now("planned")


@dataclass(slots=True)
class FakeGateway:
    """Takes texts in; `faults` are raised first, one per text, instead of taking it."""

    name: str = "fake"
    faults: list[Exception] = field(default_factory=list)
    sent: list[Sms] = field(default_factory=list)
    calls: int = 0

    def send(self, sms: Sms) -> str:
        self.calls += 1
        if self.faults:
            raise self.faults.pop(0)
        self.sent.append(sms)
        return f"provider-{self.calls}"


@dataclass(frozen=True, slots=True)
class InMemoryKillSwitch:
    memory: Memory

    def paused(self) -> bool:
        return self.memory.paused
