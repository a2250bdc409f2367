"""A lead wants no more texts, wherever they said so: stored once, before anything else is done."""

from dataclasses import dataclass

from twofold.contracts.instants import Clock
from twofold.ledger.record import Origin

from .change import LeadChange, stranger
from .change_lead import change_lead
from .model import Lead
from .ports import LeadBook


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOut:
    book: LeadBook
    clock: Clock

    def __call__(
        self,
        lead_id: str,
        *,
        source: str,
        text: str,
        message_id: str | None,
        origin: Origin | None = None,
        told_by: str | None = None,
    ) -> bool:
        """False when they had left before. Someone we do not know leaves too: the mark stays.

        `told_by` is the system of the partner who told us, if one did.
        """

        def left(lead: Lead | None) -> LeadChange | None:
            known = lead or stranger(lead_id, origin or Origin(campaign_id=""))
            if known.status in ("opted_out", "erased"):
                return None
            return LeadChange.opted_out(
                known,
                source=source,
                text=text,
                message_id=message_id,
                at=self.clock(),
                told_by=told_by,
            )

        return change_lead(self.book, lead_id, left)
