"""Takes an answer in: STOP before all else, each answer once, however often a provider brings it."""

from dataclasses import dataclass
from datetime import timedelta

from twofold.contracts.errors import Unavailable
from twofold.contracts.events import MessageReceived
from twofold.contracts.instants import Clock
from twofold.leads.change import REVIEW, LeadChange, stranger
from twofold.leads.model import Lead
from twofold.leads.phone import LeadIdentity, Phone
from twofold.leads.ports import LeadBook, LeadMoved
from twofold.leads.read_phone import sender_of
from twofold.ledger.record import Origin
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter
from twofold.messages.model import REQUESTED, Message, message_id
from twofold.messages.sending.plan import planned

from .join import JoinByText
from .model import DOUBTFUL, HELP, JOIN, OTHER, START, STOP, YES, InboundText
from .ports import ReplyBook, Told
from .wording import read_intent

TRIES = 20
"""Looks at a lead that others change at the same moment: a STOP does not give up soon."""

PROMPT = timedelta(minutes=5)
"""Within this an answer to STOP or HELP must leave, or not at all (47 CFR 64.1200(a)(12))."""

ANSWERS_A_DAY = 5
"""Answers to HELP and START that one number gets: two machines must not talk to each other for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive:
    """`campaign_id` names the campaign whose words answer someone we do not know."""

    leads: LeadBook
    identify: LeadIdentity
    book: ReplyBook
    join: JoinByText
    answered: Counter
    campaign_id: str
    clock: Clock

    def __call__(self, inbound: InboundText) -> str:
        """Answer what was made of it. The same answer again changes nothing. Raises Unavailable."""
        phone = sender_of(inbound.sender)
        if phone is None:
            return "no_number"
        lead_id = self.identify(phone.e164)
        intent = self._intent(inbound, lead_id)
        for _ in range(TRIES):
            lead = self.leads.lead(lead_id) or stranger(lead_id, Origin(campaign_id=self.campaign_id))
            try:
                return intent if self._store(inbound, phone, lead, intent) else "seen"
            except LeadMoved:
                continue
        raise Unavailable("The lead changed too often to take its answer in.")

    def _intent(self, inbound: InboundText, lead_id: str) -> str:
        intent = read_intent(inbound.body, told=inbound.told)
        if intent == STOP:
            return intent
        if self.join.keyword(inbound.body):
            return JOIN
        return OTHER if intent == YES and not self.join.awaited(lead_id) else intent

    def _store(self, inbound: InboundText, phone: Phone, lead: Lead, intent: str) -> bool:
        received = self._received(inbound, lead, intent)
        answers = self.join(inbound, phone, lead, intent, received) if intent in (JOIN, YES) else []
        if intent == YES:
            # Confirming has changed the lead by itself.
            return self.book.receive(self._told(received, intent), None, [])
        change, template = self._consequence(inbound, lead, intent, received.message_id)
        if template and self._may_answer(lead, intent, change):
            answers = [self._answer(template, received, phone)]
        return self.book.receive(self._told(received, intent), change, answers)

    def _consequence(
        self, inbound: InboundText, lead: Lead, intent: str, cause: str
    ) -> tuple[LeadChange | None, str | None]:
        """How the lead changes, and the template that answers."""
        at = self.clock()
        if lead.status == "erased":
            return None, "help" if intent == HELP else None
        if intent == STOP and lead.status != "opted_out":
            change = LeadChange.opted_out(lead, source="reply", text=inbound.body, message_id=cause, at=at)
            return change, "stopped"
        if intent == HELP:
            return None, "help"
        if intent == START:
            return self._resumed(inbound, lead, cause)
        if intent == DOUBTFUL and lead.status == "confirmed":
            return LeadChange.held(lead, REVIEW, until=None, failures=lead.failures, at=at), None
        return None, None

    def _resumed(self, inbound: InboundText, lead: Lead, cause: str) -> tuple[LeadChange | None, str]:
        at, scopes = self.clock(), self.leads.last_scopes(lead.lead_id)
        if lead.status == "confirmed":
            lifted = (
                LeadChange.held(lead, None, until=None, failures=0, at=at) if lead.hold == REVIEW else None
            )
            return lifted, "resumed"
        if not scopes:
            return None, "not_joined"
        change = LeadChange.opted_in(lead, scopes, source="reply", text=inbound.body, message_id=cause, at=at)
        return change, "resumed"

    def _may_answer(self, lead: Lead, intent: str, change: LeadChange | None) -> bool:
        # The one confirmation of a STOP is never kept back.
        if intent == STOP:
            return change is not None
        often = Allowance(key=f"answers#{lead.lead_id}", most=ANSWERS_A_DAY, seconds=86_400)
        return self.answered.take(often, self.clock())

    def _received(self, inbound: InboundText, lead: Lead, intent: str) -> Message:
        return Message(
            message_id=message_id(f"{inbound.provider}|{inbound.provider_id}", "received"),
            message_class=REQUESTED,
            template="received",
            lead_id=lead.lead_id,
            origin=lead.origin or Origin(campaign_id=self.campaign_id),
            shown="" if lead.status == "erased" else inbound.body,
            parts=0,
            planned_at=inbound.at,
            state="received",
            rule=intent,
            provider=inbound.provider,
            provider_id=inbound.provider_id,
            review="open" if intent == DOUBTFUL and lead.status == "confirmed" else None,
        )

    def _told(self, received: Message, intent: str) -> Told:
        data = MessageReceived(message_id=received.message_id, intent=intent)
        return received, received.told(data, received.planned_at)

    def _answer(self, template: str, received: Message, phone: Phone) -> Told:
        at = self.clock()
        answer = Message(
            message_id=message_id(received.message_id, template),
            message_class=REQUESTED,
            template=template,
            lead_id=received.lead_id,
            origin=received.origin,
            shown="",
            parts=0,
            planned_at=at,
            expires_at=at + PROMPT,
            to=phone,
        )
        return answer, planned(answer)
