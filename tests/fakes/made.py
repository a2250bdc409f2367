"""Makes single things for the ports' own tests, with ids that no other test has."""

import uuid
from dataclasses import replace
from datetime import datetime, timedelta

from tests.fakes.samples import ANNA, BUFFET, LANDING
from twofold.campaigns.model import Campaign
from twofold.codes.draw import draw_code
from twofold.contracts.events import Envelope, MessageClicked, MessageReceived, MessageSent
from twofold.contracts.instants import now
from twofold.leads.consent import Evidence
from twofold.leads.drawn import NewCode
from twofold.leads.model import Challenge, Lead
from twofold.leads.phone import Phone
from twofold.leads.ports import Welcome
from twofold.leads.referral_link import ReferralLinks
from twofold.leads.verification import LIFETIME
from twofold.leads.welcome import Greeting
from twofold.ledger.record import Origin, record
from twofold.messages.links.model import Link
from twofold.messages.model import MARKETING, REQUESTED, Message
from twofold.messages.replies.model import InboundText
from twofold.messages.replies.ports import Told
from twofold.visits.click import Click

ORIGIN = Origin(campaign_id="buffet-20", asset_id="ast_landing", place="Market Square")


def fresh(kind: str) -> str:
    return f"{kind}_{uuid.uuid4().hex}"


def a_challenge(at: datetime | None = None, lead_id: str | None = None) -> Challenge:
    asked = at or now()
    evidence = Evidence(
        address="203.0.113.7",
        user_agent="Phone/1",
        page_url=None,
        locale="en",
        wording_version="2026-11-1",
        wording="I agree.",
        ticked_at=asked,
    )
    return Challenge(
        challenge_id=fresh("challenge"),
        lead_id=lead_id or fresh("lead"),
        phone=Phone(ANNA, "PL"),
        origin=LANDING.origin,
        evidence=evidence,
        expires_at=asked + LIFETIME,
        sent_at=asked,
        attributes={"first_name": "Anna"},
    )


def a_welcome(
    challenge: Challenge,
    *,
    known: Lead | None = None,
    held: NewCode | None = None,
    campaign: Campaign = BUFFET,
    at: datetime | None = None,
) -> Welcome:
    moment = at or challenge.sent_at + timedelta(seconds=20)
    drawn = None if held else draw_code(campaign, moment)
    greeting = Greeting(site="https://twofold.example", links=ReferralLinks(b"r" * 32))
    return greeting(challenge, campaign, known, held, drawn, moment)


def a_message(lead_id: str | None = None, **fields: object) -> Message:
    made = Message(
        message_id=fresh("msg"),
        message_class=REQUESTED,
        template="code",
        lead_id=lead_id or fresh("lead"),
        origin=ORIGIN,
        shown="Your code is here.",
        parts=1,
        planned_at=now(),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def a_plan(lead_id: str, at: datetime, codes: tuple[str, ...] = (), **fields: object) -> Message:
    """A reminder that nobody has written yet, of the first of the codes."""
    told = {"code": codes[0]} if codes else {}
    blank = {"template": "reminder", "message_class": MARKETING, "shown": "", "parts": 0, "planned_at": at}
    return a_message(lead_id, **{**blank, "fields": told, **fields})


def an_answer(lead_id: str, body: str = "STOP", at: datetime | None = None, **fields: object) -> Told:
    """Something that somebody texted, with its event."""
    given = {"message_id": fresh("msg"), "template": "received", "state": "received", "provider": "fake"}
    text = {"shown": body, "parts": 0, "planned_at": at or now(), "provider_id": fresh("sms")}
    received = a_message(lead_id, **{**given, **text, **fields})
    data = MessageReceived(message_id=received.message_id, intent="stop")
    return received, received.told(data, received.planned_at)


def a_reply(phone: str, body: str, at: datetime, **fields: object) -> InboundText:
    inbound = InboundText(
        provider="fake", provider_id=fresh("sms"), sender=phone, recipient="+48799000111", body=body, at=at
    )
    return replace(inbound, **fields)  # type: ignore[arg-type]


def a_link(message: Message | None = None, at: datetime | None = None) -> Link:
    told = message or a_message()
    return Link(
        slug=fresh("slug"),
        target="https://twofold.example/c/BUF",
        message_id=told.message_id,
        lead_id=told.lead_id,
        origin=told.origin,
        made_at=at or now(),
    )


def a_click(at: datetime, **fields: object) -> Click:
    """A person's, on their phone."""
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"
    click = Click(method="GET", user_agent=agent, purpose="", network="203.0.113.0/24", at=at)
    return replace(click, **fields)  # type: ignore[arg-type]


def was_clicked(link: Link, at: datetime, *, human: bool = True) -> Envelope:
    data = MessageClicked(message_id=link.message_id, slug=link.slug, human=human, rule="nothing_against_it")
    cause = f"{link.slug}|{human}"
    return record(data, subject=link.lead_id, version=1, at=at, origin=link.origin, cause=cause)


def was_sent(message: Message) -> Envelope:
    data = MessageSent(
        message_id=message.message_id,
        message_class=message.message_class,
        template=message.template,
        parts=message.parts,
        provider="fake",
    )
    return message.told(data, now())
