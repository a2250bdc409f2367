"""What every LeadBook promises of the links that leads bring friends with."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.made import a_challenge, a_welcome, fresh
from tests.fakes.samples import BUFFET, WIDGET
from twofold.assets.links import AssetLink
from twofold.campaigns.offer import ReferralOffer
from twofold.contracts.errors import NotFound
from twofold.leads.ports import LeadMoved, LinkTaken, Welcome

PAYING = replace(BUFFET, referral=ReferralOffer())


def a_visit(books: Books, lead_id: str | None = None, **fields: object) -> Welcome:
    """Somebody confirms; they return, if they are known."""
    challenge = a_challenge(lead_id=lead_id)
    books.challenges.open(challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at)
    known = books.leads.lead(challenge.lead_id)
    held = books.leads.code_of(challenge.lead_id, BUFFET.campaign_id)
    later = challenge.sent_at + timedelta(hours=1)
    return a_welcome(
        replace(challenge, **fields),  # type: ignore[arg-type]
        known=known,
        held=held,
        campaign=PAYING,
        at=later,
    )


def slug_of(welcome: Welcome) -> str:
    assert welcome.link
    return welcome.link.slug


class TestLinksOfLeads:
    def test_a_welcome_makes_the_link(self, books: Books):
        welcome = a_visit(books)
        books.leads.welcome(welcome)
        assert books.asset_links.find(slug_of(welcome)) == welcome.link

    def test_a_link_goes_on_leading_where_it_did(self, books: Books):
        first = a_visit(books)
        books.leads.welcome(first)
        again = a_visit(books, first.challenge.lead_id, origin=WIDGET.origin)
        books.leads.welcome(again)
        assert slug_of(again) == slug_of(first)
        assert books.asset_links.find(slug_of(first)) == first.link

    def test_a_link_that_another_lead_has_is_taken_and_nothing_happened(self, books: Books):
        first, second = a_visit(books), a_visit(books)
        books.leads.welcome(first)
        mine = AssetLink(slug=slug_of(first), asset_id="ast_landing", referrer=second.challenge.lead_id)
        with pytest.raises(LinkTaken):
            books.leads.welcome(replace(second, link=mine))
        assert books.leads.lead(second.challenge.lead_id) is None
        assert books.asset_links.find(slug_of(first)) == first.link

    def test_a_lead_that_moved_gets_no_link(self, books: Books):
        lead_id = fresh("lead")
        one, other = a_visit(books, lead_id), a_visit(books, lead_id)
        books.leads.welcome(replace(one, link=None))
        with pytest.raises(LeadMoved):
            books.leads.welcome(other)
        with pytest.raises(NotFound):
            books.asset_links.find(slug_of(other))

    def test_a_code_says_whose_link_its_lead_came_by(self, books: Books):
        welcome = a_visit(books)
        assert welcome.code
        brought = replace(welcome.code, referral="R23456789ABC")
        books.leads.welcome(replace(welcome, code=brought))
        assert books.leads.code_of(welcome.challenge.lead_id, BUFFET.campaign_id) == brought
        assert books.codes.find(brought.code).referral == "R23456789ABC"
