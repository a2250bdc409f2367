"""The messages of a conversation: what came in, and what goes out to it."""

from datetime import datetime, timedelta

from twofold.contracts.events import MessageReceived
from twofold.leads.model import Lead
from twofold.leads.phone import Phone
from twofold.ledger.record import Origin
from twofold.messages.model import REQUESTED, Message, message_id
from twofold.messages.sending.plan import planned

from .model import DOUBTFUL, InboundText
from .ports import Told

PROMPT = timedelta(minutes=5)
"""Within this an answer to STOP or HELP must leave, or not at all (47 CFR 64.1200(a)(12))."""


def received_from(inbound: InboundText, lead: Lead, intent: str, campaign_id: str) -> Message:
    """What came in, the same however often it is brought. Nothing is kept of the words of someone who was erased."""
    waits = intent == DOUBTFUL and lead.status == "confirmed"
    return Message(
        message_id=message_id(f"{inbound.provider}|{inbound.provider_id}", "received"),
        message_class=REQUESTED,
        template="received",
        lead_id=lead.lead_id,
        origin=lead.origin or Origin(campaign_id=campaign_id),
        shown="" if lead.status == "erased" else inbound.body,
        parts=0,
        planned_at=inbound.at,
        state="received",
        rule=intent,
        provider=inbound.provider,
        provider_id=inbound.provider_id,
        review="open" if waits else None,
    )


def heard(received: Message, intent: str) -> Told:
    """What came in, with the event that says so."""
    data = MessageReceived(message_id=received.message_id, intent=intent)
    return received, received.told(data, received.planned_at)


def answer_to(received: Message, template: str, phone: Phone, lead: Lead, at: datetime) -> Told:
    """One text in answer, in the lead's language, which goes at once or never."""
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
        locale=lead.locale,
    )
    return answer, planned(answer)
