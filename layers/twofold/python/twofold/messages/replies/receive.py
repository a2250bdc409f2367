"""Takes an answer in: STOP before all else, each answer once, however often a provider brings it."""

from dataclasses import dataclass
from datetime import timedelta

from twofold.contracts.errors import Unavailable
from twofold.contracts.instants import Clock
from twofold.leads.change import REVIEW, VERIFY_AGAIN, LeadChange, stranger
from twofold.leads.model import Lead
from twofold.leads.phone import LeadIdentity, Phone
from twofold.leads.ports import LeadBook, LeadMoved
from twofold.leads.read_phone import sender_of
from twofold.ledger.record import Origin
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter
from twofold.messages.model import Message

from .join import JoinByText
from .letters import answer_to, heard, received_from
from .model import DOUBTFUL, HELP, JOIN, OTHER, START, STOP, YES, InboundText
from .ports import AnsweredEnough, ReplyBook, Told
from .wording import read_intent

TRIES = 20
"""Looks at a lead that others change at the same moment: a STOP does not give up soon."""

CLOCKS = timedelta(seconds=5)
"""How far a provider's clock may be from ours."""

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
        intent = self._intent(inbound)
        for _ in range(TRIES):
            lead = self.leads.lead(lead_id) or stranger(lead_id, Origin(campaign_id=self.campaign_id))
            try:
                return self._take_in(inbound, phone, lead, intent)
            except LeadMoved:
                continue
        raise Unavailable("The lead changed too often to take its answer in.")

    def _intent(self, inbound: InboundText) -> str:
        intent = read_intent(inbound.body, told=inbound.told)
        return JOIN if intent != STOP and self.join.keyword(inbound.body) else intent

    def _take_in(self, inbound: InboundText, phone: Phone, lead: Lead, intent: str) -> str:
        if intent == YES and not self.join.confirm(lead.lead_id):
            # A yes to nothing means nothing: it never brings consent back by itself.
            intent = OTHER
        received = received_from(inbound, lead, intent, self.campaign_id)
        change, template = self._consequence(inbound, lead, intent, received.message_id)
        answers = self._answers(inbound, phone, lead, intent, received, template)
        try:
            new = self.book.receive(heard(received, intent), change, answers, self._charge(lead, template))
        except AnsweredEnough:
            new = self.book.receive(heard(received, intent), change, [], None)
        return intent if new else "seen"

    def _answers(
        self,
        inbound: InboundText,
        phone: Phone,
        lead: Lead,
        intent: str,
        received: Message,
        template: str | None,
    ) -> list[Told]:
        if intent == JOIN and self.answered.take(_a_day(lead), self.clock()):
            return self.join.invite(inbound, phone, lead, received)
        if template is None or not self._speaks_to(lead, phone):
            return []
        return [answer_to(received, template, phone, lead, self.clock())]

    def _speaks_to(self, lead: Lead, phone: Phone) -> bool:
        """Strangers are answered where we send texts at all: no premium number abroad makes us pay."""
        if lead.status != "unknown":
            return True
        return self.join.serves(self.campaign_id, phone)

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
        if intent == START and not _older_than_their_stop(inbound, lead):
            return self._resumed(inbound, lead, cause)
        if intent == DOUBTFUL and lead.status == "confirmed" and lead.hold != VERIFY_AGAIN:
            return LeadChange.held(lead, REVIEW, until=None, failures=lead.failures, at=at), None
        return None, None

    def _resumed(self, inbound: InboundText, lead: Lead, cause: str) -> tuple[LeadChange | None, str]:
        at, scopes = self.clock(), self.leads.last_scopes(lead.lead_id)
        if lead.status == "confirmed":
            lifted = (
                LeadChange.held(lead, None, until=None, failures=0, at=at) if lead.hold == REVIEW else None
            )
            return lifted, "resumed" if lifted else "joined_already"
        if not scopes or lead.hold == VERIFY_AGAIN:
            return None, "not_joined"
        change = LeadChange.opted_in(lead, scopes, source="reply", text=inbound.body, message_id=cause, at=at)
        return change, "resumed"

    def _charge(self, lead: Lead, template: str | None) -> Allowance | None:
        if template is None:
            return None
        # A STOP is confirmed whatever else was asked; only who comes and goes all day is not told every time.
        return _stops_a_day(lead) if template == "stopped" else _a_day(lead)


def _older_than_their_stop(inbound: InboundText, lead: Lead) -> bool:
    # Providers write whole seconds, and bring what was texted in another order.
    return lead.left_at is not None and inbound.at < lead.left_at - CLOCKS


def _stops_a_day(lead: Lead) -> Allowance:
    return Allowance(key=f"stops#{lead.lead_id}", most=ANSWERS_A_DAY, seconds=86_400)


def _a_day(lead: Lead) -> Allowance:
    return Allowance(key=f"answers#{lead.lead_id}", most=ANSWERS_A_DAY, seconds=86_400)
