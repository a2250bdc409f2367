"""Whether a text that was planned is still wanted when it is about to go, be it a moment or a night later."""

from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from twofold.codes.model import DiscountCode
from twofold.contracts.errors import NotFound
from twofold.leads.model import Lead
from twofold.messages.model import Message

from .definition import Automation, Exit
from .enrolment import Enrolment
from .look import Sources
from .ports import AutomationBook, EnrolmentBook
from .standing import why_over

ENDING: frozenset[str] = frozenset({*get_args(Exit), "switched_off"})
"""Reasons to end that hold for a text on its way, too; after the others the last text still goes."""


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
        automation = self._automation(enrolment)
        look = self.sources.look(enrolment, at).knowing(lead, code)
        return why_over(automation, look) if automation else "gone"

    def _automation(self, enrolment: Enrolment) -> Automation | None:
        of, automation_id, version = enrolment.campaign_id, enrolment.automation_id, enrolment.version
        try:
            return self.automations.version(of, automation_id, version)
        except NotFound:
            return None
