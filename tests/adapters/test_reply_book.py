"""What every ReplyBook promises."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.made import a_message, an_answer, fresh
from tests.fakes.people import holding, joined, leaving, stored
from twofold.contracts.instants import now
from twofold.leads.ports import LeadMoved
from twofold.messages.model import Message
from twofold.messages.replies.ports import Told
from twofold.messages.sending.plan import planned


def asked_for(lead_id: str, template: str) -> Told:
    """A text that an answer asks for."""
    message = a_message(lead_id, template=template)
    return message, planned(message)


class TestAnswers:
    def test_an_answer_is_stored_with_all_that_it_changes_and_asks_for(self, books: Books):
        lead = joined(books)
        received, confirmation = an_answer(lead.lead_id), asked_for(lead.lead_id, "stopped")
        assert books.replies.receive(received, leaving(lead), [confirmation])
        assert books.messages.find(received[0].message_id) == received[0]
        assert books.messages.find(confirmation[0].message_id) == confirmation[0]
        assert stored(books, lead.lead_id).status == "opted_out"
        assert len(books.upkeep.chain(lead.lead_id)) == 2
        told = {event.type for event in books.upkeep.timeline(lead.lead_id)}
        assert {"message.received.v1", "lead.opted_out.v1", "message.planned.v1"} <= told

    def test_one_who_says_nothing_that_matters_is_kept_all_the_same(self, books: Books):
        received = an_answer(fresh("lead"), "thanks!")
        assert books.replies.receive(received, None, [])
        assert books.messages.find(received[0].message_id) == received[0]
        assert books.upkeep.timeline(received[0].lead_id) == [received[1]]

    def test_the_same_answer_again_changes_nothing(self, books: Books):
        lead = joined(books)
        received = an_answer(lead.lead_id)
        books.replies.receive(received, leaving(lead), [])
        before = books.upkeep.timeline(lead.lead_id)
        left = stored(books, lead.lead_id)
        again = an_answer(lead.lead_id, message_id=received[0].message_id)
        more = asked_for(lead.lead_id, "stopped")
        assert not books.replies.receive(again, leaving(left), [more])
        assert stored(books, lead.lead_id) == left
        assert books.messages.find(more[0].message_id) is None
        assert books.upkeep.timeline(lead.lead_id) == before

    def test_it_is_the_same_even_when_the_lead_has_changed_since(self, books: Books):
        lead = joined(books)
        received = an_answer(lead.lead_id)
        books.replies.receive(received, leaving(lead), [])
        assert not books.replies.receive(received, leaving(lead), [])

    def test_a_lead_that_moved_has_to_be_looked_at_again_and_nothing_is_stored(self, books: Books):
        lead = joined(books)
        books.leads.change(holding(lead))
        before = books.upkeep.timeline(lead.lead_id)
        received, confirmation = an_answer(lead.lead_id), asked_for(lead.lead_id, "stopped")
        with pytest.raises(LeadMoved):
            books.replies.receive(received, leaving(lead), [confirmation])
        assert books.messages.find(received[0].message_id) is None
        assert books.messages.find(confirmation[0].message_id) is None
        assert books.upkeep.timeline(lead.lead_id) == before
        assert books.replies.receive(received, leaving(stored(books, lead.lead_id)), [confirmation])


class TestReview:
    def doubtful(self, books: Books, minutes: int) -> Message:
        at = now() + timedelta(minutes=minutes)
        received, event = an_answer(fresh("lead"), "why me?", at=at, review="open")
        assert books.replies.receive((received, event), None, [])
        return received

    def waiting(self, books: Books, most: int = 100) -> list[str]:
        return [message.message_id for message in books.replies.for_review(most)]

    def test_nothing_waits_at_first(self, books: Books):
        assert list(books.replies.for_review(10)) == []

    def test_the_oldest_waits_first_and_only_what_is_doubtful_waits(self, books: Books):
        late, early, middle = (self.doubtful(books, minutes) for minutes in (30, 10, 20))
        books.replies.receive(an_answer(fresh("lead")), None, [])
        assert self.waiting(books) == [m.message_id for m in (early, middle, late)]
        assert self.waiting(books, 2) == [early.message_id, middle.message_id]
        assert books.replies.for_review(1) == [early]

    def test_what_was_decided_waits_no_more(self, books: Books):
        one, other = self.doubtful(books, 1), self.doubtful(books, 2)
        assert books.replies.reviewed(one.message_id)
        assert self.waiting(books) == [other.message_id]
        assert books.messages.find(one.message_id) == replace(one, review=None)

    def test_it_is_decided_once(self, books: Books):
        message = self.doubtful(books, 1)
        assert books.replies.reviewed(message.message_id)
        assert not books.replies.reviewed(message.message_id)

    def test_what_never_was_or_never_waited_cannot_be_decided(self, books: Books):
        received = an_answer(fresh("lead"))
        books.replies.receive(received, None, [])
        assert not books.replies.reviewed(received[0].message_id)
        never = fresh("msg")
        assert not books.replies.reviewed(never)
        assert books.messages.find(never) is None
