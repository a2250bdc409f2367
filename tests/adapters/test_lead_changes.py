"""What every LeadBook promises of leads who leave, come back or are held back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.made import ORIGIN, a_challenge, a_welcome, fresh
from tests.fakes.people import holding, joined, leaving, returning, stored
from tests.fakes.samples import LANDING
from twofold.contracts.events import LeadStageChanged, LeadUpdated
from twofold.contracts.instants import now
from twofold.leads.change import LeadChange, stranger
from twofold.leads.model import Lead
from twofold.leads.ports import LeadMoved
from twofold.ledger.record import Origin


def kinds(books: Books, lead_id: str) -> list[str]:
    """Of what happened to the lead, in the order of its versions, without their sign-up."""
    welcomed = {"signup.requested.v1", "lead.confirmed.v1", "lead.returned.v1", "code.issued.v1"}
    happened = sorted(books.upkeep.timeline(lead_id), key=lambda event: event.version)
    return [event.type for event in happened if event.type not in welcomed]


def linked(books: Books, lead_id: str) -> bool:
    """Whether each link of the consent chain carries the digest of the one before."""
    chain = books.upkeep.chain(lead_id)
    return [before for before, _ in chain] == ["", *(own for _, own in chain)][: len(chain)]


class TestLeaving:
    def test_who_leaves_has_left_with_a_link_and_an_event(self, books: Books):
        lead = joined(books)
        change = leaving(lead)
        books.leads.change(change)
        left = stored(books, lead.lead_id)
        assert left == change.lead
        assert (left.status, left.scopes, left.version) == ("opted_out", (), lead.version + 1)
        assert left.phone == lead.phone
        assert left.codes == lead.codes
        assert kinds(books, lead.lead_id) == ["lead.opted_out.v1"]
        assert len(books.upkeep.chain(lead.lead_id)) == 2
        assert linked(books, lead.lead_id)

    def test_who_comes_back_has_come_back_to_what_they_had_agreed_to(self, books: Books):
        lead = joined(books)
        books.leads.change(leaving(lead))
        scopes = books.leads.last_scopes(lead.lead_id)
        change = returning(stored(books, lead.lead_id), scopes)
        books.leads.change(change)
        back = stored(books, lead.lead_id)
        assert back == change.lead
        assert (back.status, back.scopes) == ("confirmed", lead.scopes)
        assert kinds(books, lead.lead_id) == ["lead.opted_out.v1", "lead.opted_in.v1"]

    def test_the_chain_of_consents_stays_linked_through_it_all(self, books: Books):
        lead = joined(books)
        for _ in range(2):
            books.leads.change(leaving(stored(books, lead.lead_id)))
            books.leads.change(returning(stored(books, lead.lead_id), lead.scopes))
        again = a_challenge(now() + timedelta(hours=1), lead.lead_id)
        books.challenges.open(again, again.asked(again.sent_at), [], again.sent_at)
        known, held = stored(books, lead.lead_id), books.leads.code_of(lead.lead_id, "buffet-20")
        books.leads.welcome(a_welcome(again, known=known, held=held))
        assert len(books.upkeep.chain(lead.lead_id)) == 6
        assert linked(books, lead.lead_id)
        assert stored(books, lead.lead_id).consent_seq == 6

    def test_leaving_ends_every_hold(self, books: Books):
        lead = joined(books)
        books.leads.change(holding(lead, "resting", until=now() + timedelta(days=1), failures=2))
        books.leads.change(leaving(stored(books, lead.lead_id)))
        left = stored(books, lead.lead_id)
        assert (left.hold, left.held_until) == (None, None)

    @pytest.mark.parametrize("change", [leaving, holding])
    def test_of_two_changes_of_one_version_the_second_has_to_look_again(self, books: Books, change):
        lead = joined(books)
        first = leaving(lead)
        books.leads.change(first)
        with pytest.raises(LeadMoved):
            books.leads.change(change(lead))
        assert stored(books, lead.lead_id) == first.lead
        assert kinds(books, lead.lead_id) == ["lead.opted_out.v1"]
        assert len(books.upkeep.chain(lead.lead_id)) == 2

    def test_a_welcome_that_knew_the_lead_before_they_left_has_to_look_again(self, books: Books):
        lead = joined(books)
        again = a_challenge(lead_id=lead.lead_id)
        books.challenges.open(again, again.asked(again.sent_at), [], again.sent_at)
        held = books.leads.code_of(lead.lead_id, "buffet-20")
        books.leads.change(leaving(lead))
        with pytest.raises(LeadMoved):
            books.leads.welcome(a_welcome(again, known=lead, held=held))
        assert stored(books, lead.lead_id).status == "opted_out"


class TestStrangers:
    def a_stranger(self, origin: Origin = ORIGIN) -> Lead:
        return stranger(fresh("lead"), origin)

    def test_the_wish_of_somebody_we_do_not_know_is_kept_as_a_mark(self, books: Books):
        somebody = self.a_stranger()
        books.leads.change(leaving(somebody))
        mark = stored(books, somebody.lead_id)
        assert (mark.status, mark.version, mark.phone, mark.codes) == ("opted_out", 1, None, ())
        assert mark.origin == Origin(campaign_id=ORIGIN.campaign_id)
        assert kinds(books, somebody.lead_id) == ["lead.opted_out.v1"]
        assert linked(books, somebody.lead_id)

    def test_without_a_campaign_too(self, books: Books):
        somebody = self.a_stranger(Origin(campaign_id=""))
        books.leads.change(leaving(somebody))
        assert stored(books, somebody.lead_id).origin is None

    def test_who_is_somebody_after_all_has_moved(self, books: Books):
        lead = joined(books)
        with pytest.raises(LeadMoved):
            books.leads.change(leaving(stranger(lead.lead_id, ORIGIN)))
        assert stored(books, lead.lead_id) == lead

    def test_a_mark_that_joins_is_met_where_they_join(self, books: Books):
        somebody = self.a_stranger(Origin(campaign_id="spa-10"))
        books.leads.change(leaving(somebody))
        challenge = a_challenge(lead_id=somebody.lead_id)
        books.challenges.open(challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at)
        books.leads.welcome(a_welcome(challenge, known=stored(books, somebody.lead_id)))
        lead = stored(books, somebody.lead_id)
        assert (lead.status, lead.phone, lead.version) == ("confirmed", challenge.phone, 2)
        assert lead.origin == LANDING.origin
        assert linked(books, somebody.lead_id)


class TestHolds:
    def test_a_hold_is_kept_with_its_end_and_told(self, books: Books):
        lead, until = joined(books), now() + timedelta(days=30)
        change = holding(lead, "resting", until=until, failures=0)
        books.leads.change(change)
        held = stored(books, lead.lead_id)
        assert held == change.lead
        assert (held.hold, held.held_until, held.status, held.scopes) == (
            *("resting", until),
            *("confirmed", lead.scopes),
        )
        assert kinds(books, lead.lead_id) == ["lead.updated.v1"]
        assert len(books.upkeep.chain(lead.lead_id)) == 1

    def test_who_is_let_go_is_as_before(self, books: Books):
        lead = joined(books)
        books.leads.change(holding(lead, "resting", until=now() + timedelta(days=30), failures=2))
        books.leads.change(holding(stored(books, lead.lead_id), None))
        assert stored(books, lead.lead_id) == replace(lead, version=3)
        assert kinds(books, lead.lead_id) == ["lead.updated.v1"] * 2

    def test_a_count_of_failures_is_kept_and_no_news(self, books: Books):
        lead = joined(books)
        books.leads.change(holding(lead, None, failures=2))
        assert stored(books, lead.lead_id) == replace(lead, version=2, failures=2)
        assert kinds(books, lead.lead_id) == []

    def test_a_fresh_confirmation_lifts_every_hold(self, books: Books):
        lead = joined(books)
        books.leads.change(holding(lead, "verify_again", failures=3))
        again = a_challenge(now() + timedelta(hours=1), lead.lead_id)
        books.challenges.open(again, again.asked(again.sent_at), [], again.sent_at)
        held = books.leads.code_of(lead.lead_id, "buffet-20")
        books.leads.welcome(a_welcome(again, known=stored(books, lead.lead_id), held=held))
        fresh_one = stored(books, lead.lead_id)
        assert (fresh_one.hold, fresh_one.held_until, fresh_one.failures) == (None, None, 0)


class TestTags:
    def tag(self, books: Books, lead_id: str, *add: str, remove: tuple[str, ...] = ()) -> LeadChange | None:
        change = LeadChange.tagged(stored(books, lead_id), add, remove, at=now())
        if change:
            books.leads.change(change)
        return change

    def test_tags_come_and_go_and_it_is_told_which(self, books: Books):
        lead = joined(books)
        self.tag(books, lead.lead_id, "hungry", "vip", "hungry")
        self.tag(books, lead.lead_id, "full", remove=("hungry", "never-had"))
        assert stored(books, lead.lead_id) == replace(lead, tags=("vip", "full"), version=3)
        told = [e.data for e in books.upkeep.timeline(lead.lead_id) if isinstance(e.data, LeadUpdated)]
        assert sorted(told, key=lambda data: data.tagged) == [
            LeadUpdated(changed=("tags",), tagged=("full",), untagged=("hungry",)),
            LeadUpdated(changed=("tags",), tagged=("hungry", "vip")),
        ]

    def test_what_changes_nothing_is_no_change(self, books: Books):
        lead = joined(books)
        assert self.tag(books, lead.lead_id) is None
        self.tag(books, lead.lead_id, "vip")
        assert self.tag(books, lead.lead_id, "vip", remove=("vip", "other")) is None
        self.tag(books, lead.lead_id, remove=("vip",))
        assert stored(books, lead.lead_id) == replace(lead, version=3)

    def test_a_hold_is_told_as_it_stands_and_tags_outlive_leaving_and_returning(self, books: Books):
        lead = joined(books)
        books.leads.change(holding(lead, "review"))
        change = self.tag(books, lead.lead_id, "vip")
        assert change
        assert change.events[0].data == LeadUpdated(changed=("tags",), hold="review", tagged=("vip",))
        books.leads.change(leaving(stored(books, lead.lead_id)))
        again = a_challenge(now() + timedelta(hours=1), lead.lead_id)
        books.challenges.open(again, again.asked(again.sent_at), [], again.sent_at)
        held = books.leads.code_of(lead.lead_id, "buffet-20")
        books.leads.welcome(a_welcome(again, known=stored(books, lead.lead_id), held=held))
        assert stored(books, lead.lead_id).tags == ("vip",)


class TestStages:
    def test_a_lead_is_moved_and_it_is_told_by_whom(self, books: Books):
        lead = joined(books)
        change = LeadChange.staged(lead, "sql", "buffet-20/thank-you", at=now())
        assert change
        books.leads.change(change)
        assert stored(books, lead.lead_id) == replace(lead, stage="sql", version=2)
        assert change.events[0].data == LeadStageChanged(
            stage="sql", was="subscriber", by="buffet-20/thank-you"
        )
        back = LeadChange.staged(stored(books, lead.lead_id), "subscriber", "anna@desk", at=now())
        assert back
        books.leads.change(back)
        assert stored(books, lead.lead_id) == replace(lead, version=3)

    def test_who_is_there_already_is_not_moved(self, books: Books):
        assert LeadChange.staged(joined(books), "subscriber", "anna@desk", at=now()) is None


class TestLastScopes:
    def test_of_somebody_who_never_agreed_there_are_none(self, books: Books):
        assert books.leads.last_scopes(fresh("lead")) == ()
        mark = stranger(fresh("lead"), ORIGIN)
        books.leads.change(LeadChange.opted_out(mark, source="reply", text="STOP", message_id=None, at=now()))
        assert books.leads.last_scopes(mark.lead_id) == ()

    def test_leaving_does_not_make_us_forget_them(self, books: Books):
        lead = joined(books, scopes=("marketing", "cart_reminders"))
        assert books.leads.last_scopes(lead.lead_id) == ("marketing", "cart_reminders")
        for _ in range(2):
            books.leads.change(leaving(stored(books, lead.lead_id)))
        assert books.leads.last_scopes(lead.lead_id) == ("marketing", "cart_reminders")

    def test_the_last_agreement_counts(self, books: Books):
        lead = joined(books, scopes=("marketing", "cart_reminders"))
        books.leads.change(leaving(lead))
        books.leads.change(returning(stored(books, lead.lead_id), ("marketing",)))
        books.leads.change(leaving(stored(books, lead.lead_id)))
        assert books.leads.last_scopes(lead.lead_id) == ("marketing",)
