"""What every LeadBook promises."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.made import a_challenge, a_welcome, fresh
from tests.fakes.samples import BUFFET, WIDGET
from twofold.contracts.instants import day_of
from twofold.leads.model import Challenge, Lead
from twofold.leads.ports import CodeTaken, LeadMoved, Welcome


def opened(books: Books, lead_id: str | None = None) -> Challenge:
    challenge = a_challenge(lead_id=lead_id)
    books.challenges.open(challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at)
    return challenge


def welcomed(books: Books) -> Welcome:
    welcome = a_welcome(opened(books))
    books.leads.welcome(welcome)
    return welcome


def returning(books: Books, lead_id: str) -> Welcome:
    known, held = books.leads.lead(lead_id), books.leads.code_of(lead_id, BUFFET.campaign_id)
    challenge = opened(books, lead_id)
    return a_welcome(challenge, known=known, held=held, at=challenge.sent_at + timedelta(hours=1))


class TestLeadBook:
    def test_nobody_is_known_at_first(self, books: Books):
        assert books.leads.lead(fresh("lead")) is None
        assert books.leads.code_of(fresh("lead"), "buffet-20") is None

    def test_a_welcome_makes_lead_consent_code_and_events_at_once(self, books: Books):
        welcome = welcomed(books)
        assert welcome.code
        lead = books.leads.lead(welcome.challenge.lead_id)
        assert lead
        assert (lead.status, lead.version, lead.phone) == ("confirmed", 1, welcome.challenge.phone)
        assert lead.codes == (welcome.code.code,)
        assert books.codes.find(welcome.code.code).lead_id == lead.lead_id
        assert books.upkeep.chain(lead.lead_id) == [("", welcome.consent.digest)]
        told = {event.type for event in books.upkeep.timeline(lead.lead_id)}
        assert told == {"signup.requested.v1", "lead.confirmed.v1", "code.issued.v1"}

    def test_all_that_a_sign_up_tells_of_a_lead_is_kept(self, books: Books):
        welcome = welcomed(books)
        challenge = welcome.challenge
        assert welcome.code
        assert books.leads.lead(challenge.lead_id) == Lead(
            lead_id=challenge.lead_id,
            status="confirmed",
            version=1,
            phone=challenge.phone,
            scopes=welcome.consent.scopes,
            codes=(welcome.code.code,),
            consent_seq=1,
            consent_digest=welcome.consent.digest,
            locale="en",
            origin=challenge.origin,
            attributes={"first_name": "Anna"},
            active_on=day_of(welcome.at),
            active_days=1,
        )

    def test_where_they_met_us_first_stays(self, books: Books):
        first = welcomed(books)
        elsewhere = replace(
            returning(books, first.challenge.lead_id),
            challenge=replace(opened(books, first.challenge.lead_id), origin=WIDGET.origin, attributes=None),
        )
        books.leads.welcome(elsewhere)
        lead = books.leads.lead(first.challenge.lead_id)
        assert lead
        assert (lead.origin, lead.attributes) == (first.challenge.origin, {"first_name": "Anna"})

    def test_what_a_lead_tells_anew_replaces_nothing_but_that(self, books: Books):
        first = welcomed(books)
        again = replace(
            returning(books, first.challenge.lead_id),
            challenge=replace(opened(books, first.challenge.lead_id), attributes={"city": "Wien"}),
        )
        books.leads.welcome(again)
        lead = books.leads.lead(first.challenge.lead_id)
        assert lead
        assert lead.attributes == {"first_name": "Anna", "city": "Wien"}

    def test_a_code_is_kept_as_it_was_drawn(self, books: Books):
        welcome = welcomed(books)
        assert books.leads.code_of(welcome.challenge.lead_id, "buffet-20") == welcome.code

    def test_whoever_confirms_again_gets_the_first_outcome(self, books: Books):
        first = welcomed(books)
        again = books.leads.welcome(a_welcome(first.challenge))
        assert again == first.outcome
        assert len(books.upkeep.chain(first.challenge.lead_id)) == 1
        assert len(books.upkeep.timeline(first.challenge.lead_id)) == 3

    def test_a_lead_that_is_there_after_all_has_moved(self, books: Books):
        first = welcomed(books)
        second = a_welcome(opened(books, first.challenge.lead_id))
        with pytest.raises(LeadMoved):
            books.leads.welcome(second)
        assert second.code
        assert books.leads.lead(first.challenge.lead_id) == books.leads.lead(second.challenge.lead_id)
        assert books.challenges.find(second.challenge.challenge_id).outcome is None

    def test_a_lead_that_changed_meanwhile_has_moved(self, books: Books):
        lead_id = welcomed(books).challenge.lead_id
        one, other = returning(books, lead_id), returning(books, lead_id)
        books.leads.welcome(one)
        with pytest.raises(LeadMoved):
            books.leads.welcome(other)
        assert len(books.upkeep.chain(lead_id)) == 2

    def test_a_lead_that_left_meanwhile_has_moved(self, books: Books):
        lead_id = welcomed(books).challenge.lead_id
        stale = returning(books, lead_id)
        books.upkeep.mark_lead(lead_id, "opted_out")
        with pytest.raises(LeadMoved):
            books.leads.welcome(stale)
        lead = books.leads.lead(lead_id)
        assert lead
        assert lead.status == "opted_out"

    def test_a_returning_lead_keeps_its_code_and_adds_a_consent(self, books: Books):
        first = welcomed(books)
        again = returning(books, first.challenge.lead_id)
        books.leads.welcome(again)
        lead = books.leads.lead(first.challenge.lead_id)
        assert lead
        assert first.code
        assert (lead.version, lead.codes) == (2, (first.code.code,))
        chain = books.upkeep.chain(lead.lead_id)
        assert [previous for previous, _ in chain] == ["", first.consent.digest]

    def test_a_code_that_another_lead_has_is_taken(self, books: Books):
        first = welcomed(books)
        second = replace(a_welcome(opened(books)), code=first.code)
        with pytest.raises(CodeTaken):
            books.leads.welcome(second)
        assert books.leads.lead(second.challenge.lead_id) is None
        assert first.code
        assert books.codes.find(first.code.code).lead_id == first.challenge.lead_id

    def test_a_lead_is_not_given_a_second_code_of_a_campaign(self, books: Books):
        first = welcomed(books)
        lead_id = first.challenge.lead_id
        greedy = a_welcome(opened(books, lead_id), known=books.leads.lead(lead_id))
        with pytest.raises(LeadMoved):
            books.leads.welcome(greedy)
        assert books.leads.code_of(lead_id, "buffet-20") == first.code

    def test_of_many_leads_those_that_exist_are_found(self, books: Books):
        known = [welcomed(books).challenge.lead_id for _ in range(2)]
        asked = [known[0], fresh("lead"), known[1], known[0]]
        assert set(books.leads.leads(asked)) == set(known)

    def test_a_lead_s_status_is_told(self, books: Books):
        lead_id = welcomed(books).challenge.lead_id
        books.upkeep.mark_lead(lead_id, "opted_out")
        lead = books.leads.lead(lead_id)
        assert lead
        assert lead.status == "opted_out"
