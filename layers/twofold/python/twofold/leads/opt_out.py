"""A lead wants no more texts, wherever they said so: stored once, before anything else is done."""

from dataclasses import dataclass

from twofold.contracts.errors import Unavailable
from twofold.contracts.instants import Clock
from twofold.ledger.record import Origin

from .change import LeadChange, stranger
from .ports import LeadBook, LeadMoved

TRIES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOut:
    book: LeadBook
    clock: Clock

    def __call__(
        self, lead_id: str, *, source: str, text: str, message_id: str | None, origin: Origin | None = None
    ) -> bool:
        """False when they had left before. Someone we do not know leaves too: the mark stays."""
        for _ in range(TRIES):
            lead = self.book.lead(lead_id) or stranger(lead_id, origin or Origin(campaign_id=""))
            if lead.status in ("opted_out", "erased"):
                return False
            at = self.clock()
            try:
                self.book.change(
                    LeadChange.opted_out(lead, source=source, text=text, message_id=message_id, at=at)
                )
            except LeadMoved:
                continue
            return True
        raise Unavailable("The lead changed too often to be opted out.")
