"""Makes single things for the ports' own tests, with ids that no other test has."""

import uuid
from datetime import datetime, timedelta

from tests.fakes.samples import ANNA, BUFFET, LANDING
from twofold.campaigns.model import Campaign
from twofold.codes.draw import draw_code
from twofold.contracts.events import CodeRedeemed, Envelope, MessageSent
from twofold.contracts.instants import now
from twofold.leads.model import Challenge, Evidence, Lead
from twofold.leads.phone import Phone
from twofold.leads.ports import NewCode, Welcome
from twofold.leads.verification import LIFETIME
from twofold.leads.welcome import Greeting
from twofold.ledger.record import Origin, record
from twofold.messages.model import REQUESTED, Message

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
    return Greeting(site="https://twofold.example")(challenge, campaign, known, held, drawn, moment)


def a_message(lead_id: str | None = None) -> Message:
    return Message(
        message_id=fresh("msg"),
        message_class=REQUESTED,
        template="code",
        lead_id=lead_id or fresh("lead"),
        origin=ORIGIN,
        shown="Your code is here.",
        parts=1,
        planned_at=now(),
    )


def was_sent(message: Message) -> Envelope:
    data = MessageSent(
        message_id=message.message_id,
        message_class=message.message_class,
        template=message.template,
        parts=message.parts,
        provider="fake",
    )
    return message.told(data, now())


def was_redeemed(code: str, lead_id: str, version: int) -> Envelope:
    data = CodeRedeemed(code=code, redemption_id=f"{code}.{version}", order_id="o", amount=1, currency="PLN")
    return record(data, subject=lead_id, version=version, at=now(), origin=ORIGIN, cause=code)
