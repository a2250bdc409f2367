"""Whether a text that was planned is still wanted when it is about to go, be it a moment or a night later."""

from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from twofold.automations.definition.automation import Exit
from twofold.automations.facts.look import Sources
from twofold.automations.leaving.exit_reason import why_over
from twofold.automations.ports import AutomationBook, EnrolmentBook
from twofold.automations.running.versions import counting
from twofold.codes.model import DiscountCode
from twofold.leads.model import Lead
from twofold.messages.model import Message

ENDING: frozenset[str] = frozenset({*get_args(Exit), "switched_off"})
"""An enrolment that ended for one of these takes its waiting text with it; after any other end the text still goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentWants:
    sources: Sources
    automations: AutomationBook
    book: EnrolmentBook

    def unwanted(
        self, message: Message, at: datetime, lead: Lead | None, code: DiscountCode | None
    ) -> str | None:
        key, _, run = (message.enrolment or "").rpartition("|")
        enrolment = self.book.find(message.lead_id, key)
        if enrolment is None or str(enrolment.run) != run:
            return "gone"
        if enrolment.exit in ENDING:
            return enrolment.exit
        automation = counting(self.automations, enrolment)
        look = self.sources.look(enrolment, at).knowing(lead, code)
        return why_over(automation, look) if automation else "switched_off"
