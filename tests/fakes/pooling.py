"""Coupons and promises for the ports' own tests, made as the ports make them."""

import secrets
from dataclasses import replace
from datetime import datetime

from tests.fakes.books import Books
from tests.fakes.made import a_challenge, fresh
from tests.fakes.samples import BUFFET, SITE
from twofold.campaigns.model import Campaign, CodePool
from twofold.contracts.instants import now
from twofold.leads.drawn import Drawn, NewCode
from twofold.leads.model import Challenge, Lead
from twofold.leads.ports import Welcome
from twofold.leads.referral_link import ReferralLinks
from twofold.leads.welcome import Greeting
from twofold.pools.model import SPOT_DIGITS, Coupon


def hexadecimal() -> str:
    return secrets.token_hex(SPOT_DIGITS)[:SPOT_DIGITS]


def pooled(campaign: Campaign = BUFFET, **pool: object) -> Campaign:
    """The campaign with a pool, and with an id that no other test has."""
    return replace(campaign, campaign_id=fresh("campaign"), pool=CodePool(**pool))  # type: ignore[arg-type]


def delivered(books: Books, many: int, campaign_id: str | None = None, **fields: object) -> list[Coupon]:
    """Coupons that lie in a campaign's pool now."""
    name = campaign_id or fresh("campaign")
    texts = (f"POOL{secrets.token_hex(6).upper()}" for _ in range(many))
    coupons = [Coupon.delivered(name, text, **fields) for text in texts]  # type: ignore[arg-type]
    assert set(books.pools.put(coupons)) == {"added"}
    return coupons


def asked(books: Books, campaign: Campaign, lead_id: str | None = None) -> Challenge:
    """A challenge of this campaign that waits to be confirmed."""
    made = a_challenge(lead_id=lead_id)
    challenge = replace(made, origin=replace(made.origin, campaign_id=campaign.campaign_id))
    books.challenges.open(challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at)
    return challenge


def welcoming(
    challenge: Challenge,
    campaign: Campaign,
    drawn: Drawn,
    known: Lead | None = None,
    at: datetime | None = None,
) -> Welcome:
    greeting = Greeting(site=SITE, links=ReferralLinks(b"r" * 32))
    return greeting(challenge, campaign, known, None, drawn, at or now())


def given(coupon: Coupon, **fields: object) -> NewCode:
    return replace(coupon.given("Saffron Garden", BUFFET.offer, now()), **fields)  # type: ignore[arg-type]
