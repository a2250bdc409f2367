"""A provider that refuses a number when it is handed a text says of it what a receipt would have said later."""

from dataclasses import dataclass

from twofold.contracts.errors import Unavailable
from twofold.contracts.instants import Clock
from twofold.leads.ports import LeadBook, LeadMoved

from .hygiene import Hygiene
from .model import FAILED, GONE, Receipt

TRIES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedNumber:
    leads: LeadBook
    hygiene: Hygiene
    clock: Clock

    def __call__(self, lead_id: str, message_id: str, error: str) -> None:
        """The lead is held as after such a receipt. `error` is the provider's code. Raises Unavailable."""
        receipt = Receipt(provider="", provider_id="", state=FAILED, error=error, fault=GONE)
        for _ in range(TRIES):
            change = self.hygiene(receipt, self.leads.lead(lead_id), message_id, self.clock())
            if change is None:
                return
            try:
                self.leads.change(change)
            except LeadMoved:
                continue
            return
        raise Unavailable("The lead changed too often to be held.")
