"""Tags who declined with the reason that they gave when they were asked."""

from dataclasses import dataclass
from datetime import timedelta

from twofold.automations.declines.reasons import ELSE, REASONS, read_reason
from twofold.automations.definition.marketing import templates_of
from twofold.automations.definition.steps import Send
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.ports import AutomationBook, EnrolmentBook
from twofold.automations.running.versions import saved
from twofold.contracts.events import MessageReceived
from twofold.contracts.instants import Clock
from twofold.leads.change import LeadChange
from twofold.leads.change_lead import change_lead
from twofold.leads.model import Lead
from twofold.leads.ports import LeadBook
from twofold.messages.ports import MessageBook
from twofold.messages.replies.model import DOUBTFUL, NOT_NOW, OTHER
from twofold.messages.texts.defaults import ASK_WHY

OPEN = timedelta(days=7)
"""How long after it was asked an answer is one to that question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagReason:
    leads: LeadBook
    messages: MessageBook
    enrolments: EnrolmentBook
    automations: AutomationBook
    clock: Clock

    def __call__(self, lead_id: str, data: MessageReceived) -> str | None:
        """The tag that the answer brought; None where it brought none. The same answer again changes nothing.

        Raises Unavailable.
        """
        if data.intent not in (OTHER, NOT_NOW, DOUBTFUL):
            return None
        asking = [each for each in self.enrolments.of_lead(lead_id) if self._asked(each)]
        tells = asking or data.intent == NOT_NOW
        message = self.messages.find(data.message_id) if tells else None
        if message is None:
            return None
        # What made them enter came before they were asked, however late it is heard again.
        asked = any(each.entered_at < message.planned_at for each in asking)
        tag = read_reason(message.shown, data.intent, asked=asked)
        return tag if tag and self._tag(lead_id, tag) else None

    def _asked(self, enrolment: Enrolment) -> bool:
        recent = bool(enrolment.done) and self.clock() <= enrolment.since + OPEN
        return recent and self._asks(enrolment)

    def _asks(self, enrolment: Enrolment) -> bool:
        """Whether the question is the last text that it sent."""
        automation = saved(self.automations, enrolment, enrolment.version)
        steps = [automation.step(step_id) for step_id in enrolment.done] if automation else []
        sent = [step for step in steps if isinstance(step, Send)]
        return bool(sent) and ASK_WHY in templates_of(sent[-1])

    def _tag(self, lead_id: str, tag: str) -> bool:
        return change_lead(self.leads, lead_id, lambda lead: self._tagged(lead, tag))

    def _tagged(self, lead: Lead | None, tag: str) -> LeadChange | None:
        """The newest reason takes the place of another; words that name none take no reason away."""
        if lead is None or lead.status != "confirmed" or (tag == ELSE and set(REASONS) & set(lead.tags)):
            return None
        return LeadChange.tagged(lead, (tag,), REASONS, at=self.clock())
