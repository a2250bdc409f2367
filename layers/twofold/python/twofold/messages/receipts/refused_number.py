"""A provider that refuses a number when it is handed a text says of it what a receipt would have said later."""

from dataclasses import dataclass

from twofold.contracts.instants import Clock
from twofold.leads.change_lead import change_lead
from twofold.leads.ports import LeadBook

from .hygiene import Hygiene
from .model import FAILED, GONE, Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedNumber:
    leads: LeadBook
    hygiene: Hygiene
    clock: Clock

    def __call__(self, lead_id: str, message_id: str, error: str) -> None:
        """The lead is held as after such a receipt. `error` is the provider's code. Raises Unavailable."""
        receipt = Receipt(provider="", provider_id="", state=FAILED, error=error, fault=GONE)
        change_lead(self.leads, lead_id, lambda lead: self.hygiene(receipt, lead, message_id, self.clock()))
