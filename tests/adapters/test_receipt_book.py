"""What every ReceiptBook promises."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.made import a_message, fresh, was_sent
from tests.fakes.people import holding, joined, leaving, stored
from twofold.contracts.instants import now
from twofold.leads.ports import LeadMoved
from twofold.limits.allowance import Allowance
from twofold.messages.model import Message
from twofold.messages.receipts.ports import MessageMoved

AT = datetime(2026, 11, 22, 12, 0, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


def accepted(books: Books, lead_id: str | None = None, **fields: object) -> Message:
    message = a_message(lead_id, **fields)
    books.messages.claim(message)
    taken = replace(message, state="accepted", provider="sns", provider_id=fresh("p"))
    books.messages.close(taken, None)
    return taken


def spent(books: Books, *, most: int = 10, amount: int = 10) -> Allowance:
    budget = Allowance(key=fresh("budget"), most=most, seconds=86_400)
    assert books.counter.take(budget, AT, amount)
    return budget


def left(books: Books, budget: Allowance) -> int:
    """What can still be taken of it; it is taken by asking."""
    return sum(books.counter.take(budget, AT) for _ in range(budget.most + 5))


class TestSettling:
    def test_how_a_text_stands_is_stored_with_its_event(self, books: Books):
        message = accepted(books)
        event = was_sent(message)
        books.receipts.settle(replace(message, state="delivered", billed=43_000), message, [event], [], None)
        found = books.messages.find(message.message_id)
        assert found == replace(message, state="delivered", billed=43_000)
        assert books.upkeep.timeline(message.lead_id) == [event]

    def test_why_it_failed_is_stored(self, books: Books):
        message = accepted(books)
        failed = message.now("failed", rule="30003", why="The provider could not deliver it: 30003.")
        books.receipts.settle(failed, message, [], [], None)
        assert books.messages.find(message.message_id) == failed

    def test_who_took_it_is_stored_where_nobody_could_tell(self, books: Books):
        message = a_message()
        books.messages.claim(message)
        doubt = message.now("unknown", rule="no_answer", why="The provider did not answer.")
        books.messages.close(doubt, None)
        known = replace(doubt, state="accepted", provider="twilio", provider_id="SM1")
        books.receipts.settle(known, doubt, [was_sent(message)], [], None)
        assert books.messages.find(message.message_id) == known

    def test_what_came_in_between_has_to_be_looked_at_again(self, books: Books):
        message, budget = accepted(books), spent(books)
        books.receipts.settle(message.now("delivered"), message, [], [], None)
        with pytest.raises(MessageMoved):
            books.receipts.settle(
                message.now("failed", rule="late"), message, [was_sent(message)], [(budget, AT, 4)], None
            )
        found = books.messages.find(message.message_id)
        assert found
        assert (found.state, found.rule) == ("delivered", None)
        assert books.upkeep.timeline(message.lead_id) == []
        assert left(books, budget) == 0

    def test_what_was_charged_too_much_can_be_spent_on_another(self, books: Books):
        message, budget, other = accepted(books), spent(books), spent(books)
        refunds = [(budget, AT, 4), (other, AT, 1)]
        books.receipts.settle(message.now("delivered"), message, [], refunds, None)
        assert (left(books, budget), left(books, other)) == (4, 1)

    def test_what_was_charged_too_little_is_taken_even_beyond_the_allowance(self, books: Books):
        message, budget = accepted(books), spent(books, amount=9)
        books.receipts.settle(message.now("delivered"), message, [], [(budget, AT, -3)], None)
        assert left(books, budget) == 0
        books.counter.give(budget, AT, 3)
        assert left(books, budget) == 1

    def test_it_goes_back_to_the_window_that_it_was_taken_of(self, books: Books):
        message, budget = accepted(books), spent(books)
        tomorrow = AT + timedelta(days=1)
        books.counter.take(budget, tomorrow, 10)
        books.receipts.settle(message.now("delivered"), message, [], [(budget, AT, 4)], None)
        assert not books.counter.take(budget, tomorrow)
        assert left(books, budget) == 4

    def test_what_it_says_of_the_number_is_stored_with_it(self, books: Books):
        lead = joined(books)
        message = accepted(books, lead.lead_id)
        change = leaving(lead, "twilio 21610")
        books.receipts.settle(message.now("failed", rule="21610"), message, [], [], change)
        assert stored(books, lead.lead_id) == change.lead
        assert books.messages.state(message.message_id) == "failed"

    def test_a_lead_that_moved_has_to_be_looked_at_again_and_nothing_is_stored(self, books: Books):
        lead, budget = joined(books), spent(books)
        message, before = accepted(books, lead.lead_id), books.upkeep.timeline(lead.lead_id)
        late = leaving(lead)
        books.leads.change(holding(lead, None, failures=1))
        with pytest.raises(LeadMoved):
            books.receipts.settle(
                message.now("failed"), message, [was_sent(message)], [(budget, AT, 4)], late
            )
        assert books.messages.find(message.message_id) == message
        assert stored(books, lead.lead_id).status == "confirmed"
        assert books.upkeep.timeline(lead.lead_id) == before
        assert left(books, budget) == 0


class TestByProvider:
    def test_a_text_is_found_by_its_number_and_the_provider_s_id(self, books: Books):
        lead_id, since = fresh("lead"), now() - HOUR
        texts = [accepted(books, lead_id) for _ in range(3)]
        for text in texts:
            assert text.provider_id
            assert books.receipts.by_provider(lead_id, text.provider_id, since) == text

    def test_another_id_or_another_s_number_finds_nothing(self, books: Books):
        text, since = accepted(books), now() - HOUR
        assert text.provider_id
        assert books.receipts.by_provider(text.lead_id, fresh("p"), since) is None
        assert books.receipts.by_provider(fresh("lead"), text.provider_id, since) is None

    def test_only_what_was_planned_since_then_is_looked_at(self, books: Books):
        planned_at = now() - 5 * HOUR
        text = accepted(books, planned_at=planned_at)
        assert text.provider_id
        just_before = planned_at - timedelta(milliseconds=1)
        assert books.receipts.by_provider(text.lead_id, text.provider_id, just_before) == text
        assert books.receipts.by_provider(text.lead_id, text.provider_id, planned_at) is None

    def test_more_than_a_hundred_texts_are_no_hindrance(self, books: Books):
        lead_id = fresh("lead")
        texts = [accepted(books, lead_id) for _ in range(103)]
        for text in (texts[0], texts[-1]):
            assert text.provider_id
            assert books.receipts.by_provider(lead_id, text.provider_id, now() - HOUR) == text
