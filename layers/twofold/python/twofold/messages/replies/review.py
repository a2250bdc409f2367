"""Answers in doubtful words wait for a person; until then their lead gets no marketing."""

from collections.abc import Sequence
from dataclasses import dataclass

from twofold.contracts.errors import InvalidRequest, NotFound
from twofold.contracts.instants import Clock
from twofold.leads.change import REVIEW, LeadChange
from twofold.leads.change_lead import change_lead
from twofold.leads.model import Lead
from twofold.leads.opt_out import OptOut
from twofold.leads.ports import LeadBook
from twofold.messages.model import Message
from twofold.messages.ports import MessageBook

from .ports import ReplyBook

STOP, KEEP = "stop", "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    book: ReplyBook
    messages: MessageBook
    leads: LeadBook
    opt_out: OptOut
    clock: Clock

    def waiting(self, most: int = 100) -> Sequence[Message]:
        """The oldest first."""
        return self.book.for_review(most)

    def decide(self, message_id: str, verdict: str) -> str:
        """`stop` opts the lead out, with their own words as the reason.

        `keep` lets texts go again, once nothing else of theirs waits. Answers what that came to: left, stays, waits, or
        settled, when the lead's standing had changed by itself.

        The lead's standing changes first: who decides and is cut off decides again. Raises NotFound, InvalidRequest.
        """
        if verdict not in (STOP, KEEP):
            raise InvalidRequest(f"Say {STOP} or {KEEP}.", field="verdict")
        message = self.messages.find(message_id)
        if message is None or message.review is None:
            raise NotFound("No answer of this id waits for a decision.", code="nothing_to_review")
        outcome = self._stop(message) if verdict == STOP else self._keep(message)
        self.book.reviewed(message_id)
        return outcome

    def _stop(self, message: Message) -> str:
        left = self.opt_out(
            message.lead_id, source="review", text=message.shown, message_id=message.message_id
        )
        return "left" if left else "settled"

    def _keep(self, message: Message) -> str:
        if set(self.book.waiting_of(message.lead_id)) > {message.message_id}:
            return "waits"
        return "stays" if self._let_go(message.lead_id) else "settled"

    def _let_go(self, lead_id: str) -> bool:
        return change_lead(self.leads, lead_id, self._freed)

    def _freed(self, lead: Lead | None) -> LeadChange | None:
        if lead is None or lead.hold != REVIEW:
            return None
        return LeadChange.held(lead, None, until=None, failures=lead.failures, at=self.clock())
