"""Receipts in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tests.fakes.changes import judge, make
from tests.fakes.memory import Memory
from twofold.contracts.events import Envelope
from twofold.leads.change import LeadChange
from twofold.messages.model import Message
from twofold.messages.receipts.ports import MessageMoved, Refund


@dataclass(frozen=True, slots=True)
class InMemoryReceiptBook:
    memory: Memory

    def by_provider(self, lead_id: str, provider_id: str, since: datetime) -> Message | None:
        with self.memory.lock:
            found = (
                m for m in self.memory.messages.values() if m.lead_id == lead_id and m.planned_at > since
            )
            return next((message for message in found if message.provider_id == provider_id), None)

    def settle(
        self,
        message: Message,
        was: Message,
        events: Sequence[Envelope],
        refunds: Sequence[Refund],
        change: LeadChange | None,
    ) -> None:
        with self.memory.lock:
            stored = self.memory.messages.get(message.message_id)
            judge(self.memory, change)
            if stored is None or stored.state != was.state:
                raise MessageMoved
            self.memory.messages[message.message_id] = _settled(stored, message)
            self.memory.append(*events)
            for allowance, at, amount in refunds:
                self.memory.take(allowance, at, -amount)
            make(self.memory, change)


def _settled(stored: Message, message: Message) -> Message:
    """What a receipt can tell; the rest of the row stays as it is."""
    return replace(
        stored,
        state=message.state,
        rule=message.rule or stored.rule,
        why=message.why or stored.why,
        provider=message.provider or stored.provider,
        provider_id=message.provider_id or stored.provider_id,
        billed=stored.billed if message.billed is None else message.billed,
    )
