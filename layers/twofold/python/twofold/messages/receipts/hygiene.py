"""What a receipt says about the number: it rests, must be confirmed anew, or leaves."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.contracts.settings import SendingSettings
from twofold.leads.change import RESTING, VERIFY_AGAIN, LeadChange
from twofold.leads.model import Lead

from .model import DELIVERED, GONE, OPTED_OUT, UNREACHABLE, Receipt

STRIKES = 3
"""Texts in a row that did not arrive, before a number rests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hygiene:
    sending: SendingSettings

    def __call__(
        self, receipt: Receipt, lead: Lead | None, message_id: str, at: datetime
    ) -> LeadChange | None:
        """How the lead changes by this receipt. Nothing is done to those who left, and no hold is shortened."""
        if lead is None or lead.status != "confirmed":
            return None
        if receipt.fault == OPTED_OUT:
            text = f"{receipt.provider} {receipt.error or ''}".strip()
            return LeadChange.opted_out(lead, source="carrier", text=text, message_id=message_id, at=at)
        if receipt.fault == GONE:
            return LeadChange.held(lead, VERIFY_AGAIN, until=None, failures=lead.failures + 1, at=at)
        if receipt.fault == UNREACHABLE:
            return self._strike(lead, at)
        arrived_again = receipt.state == DELIVERED and lead.failures > 0 and lead.hold in (None, RESTING)
        return LeadChange.held(lead, None, until=None, failures=0, at=at) if arrived_again else None

    def _strike(self, lead: Lead, at: datetime) -> LeadChange:
        failures = lead.failures + 1
        if failures < STRIKES or lead.hold not in (None, RESTING):
            return LeadChange.held(lead, lead.hold, until=lead.held_until, failures=failures, at=at)
        until = at + timedelta(days=self.sending.rest_days)
        return LeadChange.held(lead, RESTING, until=until, failures=0, at=at)
