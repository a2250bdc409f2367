"""What every MessageBook promises of a claim that asks for the lead's consent."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.made import a_message, fresh
from tests.fakes.people import holding, joined, leaving, stored
from twofold.contracts.instants import now
from twofold.leads.model import Lead
from twofold.messages.model import MARKETING, Message
from twofold.messages.ports import Consented, ConsentGone, LogMoved
from twofold.messages.sending.plan import planned
from twofold.messages.sending.send_log import SendLog

HOUR = timedelta(hours=1)


def a_plan(books: Books, lead_id: str) -> Message:
    message = a_message(lead_id, message_class=MARKETING, template="reminder")
    books.messages.plan(message, planned(message))
    return message


def asked(scope: str | None = "marketing") -> Consented:
    return Consented(scope=scope, at=now())


def refused(books: Books, lead_id: str, consent: Consented) -> bool:
    """Whether a claim for this lead fails for want of consent, and then leaves everything as it was."""
    message = a_plan(books, lead_id)
    log = books.messages.send_log(lead_id, MARKETING)
    try:
        assert books.messages.claim(message, log.plus(now()), consent)
    except ConsentGone:
        assert books.messages.find(message.message_id) == message
        assert books.messages.send_log(lead_id, MARKETING) == log
        return True
    assert books.messages.state(message.message_id) == "claimed"
    assert books.messages.send_log(lead_id, MARKETING).version == log.version + 1
    return False


def held(books: Books, lead: Lead, until: timedelta | None) -> None:
    books.leads.change(holding(lead, "resting", until=now() + until if until else None))


class TestConsentAtTheMomentOfClaiming:
    def test_who_agreed_may_be_written_to_and_is_left_as_they_are(self, books: Books):
        lead = joined(books)
        assert not refused(books, lead.lead_id, asked())
        assert stored(books, lead.lead_id) == lead

    @pytest.mark.parametrize("scope", ["marketing", None])
    def test_nobody_whom_we_do_not_know(self, books: Books, scope: str | None):
        assert refused(books, fresh("lead"), asked(scope))

    @pytest.mark.parametrize("scope", ["marketing", None])
    def test_nobody_who_left(self, books: Books, scope: str | None):
        lead = joined(books)
        books.leads.change(leaving(lead))
        assert refused(books, lead.lead_id, asked(scope))

    @pytest.mark.parametrize("scope", ["marketing", None])
    def test_nobody_who_was_erased(self, books: Books, scope: str | None):
        lead = joined(books)
        books.upkeep.mark_lead(lead.lead_id, "erased")
        assert refused(books, lead.lead_id, asked(scope))

    def test_nobody_who_agreed_to_something_else(self, books: Books):
        lead = joined(books, scopes=("marketing_in_the_shop",))
        assert refused(books, lead.lead_id, asked("marketing"))
        assert refused(books, lead.lead_id, asked("cart_reminders"))
        assert not refused(books, lead.lead_id, asked("marketing_in_the_shop"))

    @pytest.mark.parametrize("until", [None, HOUR])
    def test_nobody_who_is_held_back(self, books: Books, until: timedelta | None):
        lead = joined(books)
        held(books, lead, until)
        assert refused(books, lead.lead_id, asked())

    def test_but_them_again_when_the_time_is_over(self, books: Books):
        lead = joined(books)
        held(books, lead, HOUR)
        later = now() + HOUR
        assert not refused(books, lead.lead_id, Consented(scope="marketing", at=later))

    def test_and_from_the_very_moment_on(self, books: Books):
        lead = joined(books)
        until = now() + HOUR
        books.leads.change(holding(lead, "resting", until=until))
        before = until - timedelta(milliseconds=1)
        assert refused(books, lead.lead_id, Consented(scope="marketing", at=before))
        assert not refused(books, lead.lead_id, Consented(scope="marketing", at=until))

    def test_and_them_when_they_were_let_go(self, books: Books):
        lead = joined(books)
        held(books, lead, None)
        books.leads.change(holding(stored(books, lead.lead_id), None))
        assert not refused(books, lead.lead_id, asked())

    def test_what_they_asked_for_themselves_no_hold_keeps_back(self, books: Books):
        lead = joined(books, scopes=())
        held(books, lead, None)
        assert not refused(books, lead.lead_id, asked(None))


class TestSeveralReasonsAtOnce:
    def moved(self, books: Books, lead_id: str) -> SendLog:
        """The next version of a log that somebody else has written since it was read."""
        read = books.messages.send_log(lead_id, MARKETING)
        assert books.messages.claim(a_message(lead_id), read.plus(now()))
        return read.plus(now())

    def test_a_log_that_moved_is_told(self, books: Books):
        lead = joined(books)
        late, message = self.moved(books, lead.lead_id), a_plan(books, lead.lead_id)
        with pytest.raises(LogMoved):
            books.messages.claim(message, late, asked())
        assert books.messages.find(message.message_id) == message
        assert len(books.messages.send_log(lead.lead_id, MARKETING).sent) == 1

    def test_consent_that_is_gone_is_told_first(self, books: Books):
        lead = joined(books)
        late, message = self.moved(books, lead.lead_id), a_plan(books, lead.lead_id)
        books.leads.change(leaving(lead))
        with pytest.raises(ConsentGone):
            books.messages.claim(message, late, asked())
        assert books.messages.find(message.message_id) == message

    def test_a_message_that_somebody_has_is_theirs_although_the_log_moved(self, books: Books):
        lead = joined(books)
        late, message = self.moved(books, lead.lead_id), a_plan(books, lead.lead_id)
        books.messages.claim(message)
        assert not books.messages.claim(message, late, asked())

    def test_who_has_left_is_told_of_before_who_has_the_message(self, books: Books):
        """A discount code is sent again by whoever finds its claim lying, but never to someone who left."""
        lead = joined(books)
        message = a_plan(books, lead.lead_id)
        books.messages.claim(message)
        books.leads.change(leaving(lead))
        with pytest.raises(ConsentGone):
            books.messages.claim(message, None, asked())

    def test_marketing_and_verification_are_counted_apart(self, books: Books):
        lead, at = joined(books), now()
        codes = books.messages.send_log(lead.lead_id).plus(at)
        offers = books.messages.send_log(lead.lead_id, MARKETING).plus(at)
        assert books.messages.claim(a_message(lead.lead_id), codes)
        assert books.messages.claim(a_message(lead.lead_id), offers, asked())
        assert books.messages.send_log(lead.lead_id) == codes
        assert books.messages.send_log(lead.lead_id, MARKETING) == offers
        assert (codes.kind, offers.kind) == ("verification", "marketing")

    def test_a_place_that_is_given_back_is_free_and_whoever_read_the_log_before_looks_again(
        self, books: Books
    ):
        lead, at = joined(books), now()
        for moment in (at, at + HOUR):
            log = books.messages.send_log(lead.lead_id, MARKETING).plus(moment)
            assert books.messages.claim(a_message(lead.lead_id), log, asked())
        before = books.messages.send_log(lead.lead_id, MARKETING)
        for _ in range(2):
            books.logs.forget(lead.lead_id, MARKETING, at)
            assert books.messages.send_log(lead.lead_id, MARKETING).sent == (at + HOUR,)
        with pytest.raises(LogMoved):
            books.messages.claim(a_message(lead.lead_id), before.plus(at), asked())
        books.logs.forget(lead.lead_id, MARKETING, at + HOUR)
        log = books.messages.send_log(lead.lead_id, MARKETING)
        assert log.sent == ()
        assert books.messages.claim(a_message(lead.lead_id), log.plus(at), asked())

    def test_nobody_gives_back_a_place_in_a_log_that_is_not_there(self, books: Books):
        books.logs.forget("lead_never", MARKETING, now())
        assert books.messages.send_log("lead_never", MARKETING).version == 0

    def test_a_text_that_did_not_leave_takes_its_place_in_the_log_again(self, books: Books):
        lead, at = joined(books), now()
        message = replace(a_plan(books, lead.lead_id), counted_at=at)
        books.messages.claim(message, books.messages.send_log(lead.lead_id, MARKETING).plus(at), asked())
        books.messages.release(message)
        log = books.messages.send_log(lead.lead_id, MARKETING).minus(at)
        assert log.sent == ()
        assert books.messages.claim(message, log.plus(at + HOUR), asked())
        assert books.messages.send_log(lead.lead_id, MARKETING).sent == (at + HOUR,)


class TestWhoeverWroteIsAnswered:
    def answers(self, at: datetime) -> Consented:
        return Consented(scope=None, at=now(), asked_at=at)

    def test_lead_or_not_and_also_who_left(self, books: Books):
        lead = joined(books)
        assert not refused(books, fresh("lead"), self.answers(now()))
        assert not refused(books, lead.lead_id, self.answers(now()))
        books.leads.change(leaving(lead))
        assert not refused(books, lead.lead_id, self.answers(now()))

    def test_but_not_who_was_erased_since(self, books: Books):
        lead = joined(books)
        books.upkeep.mark_lead(lead.lead_id, "erased")
        assert refused(books, lead.lead_id, self.answers(now()))
