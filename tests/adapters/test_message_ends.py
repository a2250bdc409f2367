"""What every MessageBook promises of how a text ends, when several have something to say about it."""

from dataclasses import replace

import pytest

from tests.fakes.books import Books
from tests.fakes.made import a_message, was_sent
from twofold.contracts.events import Envelope, MessageBlocked
from twofold.contracts.instants import now
from twofold.messages.model import CODE, Message


def claimed(books: Books, template: str = CODE) -> Message:
    message = a_message(template=template)
    books.messages.claim(message)
    return replace(message, state="claimed")


def ended(books: Books, state: str) -> Message:
    message = claimed(books)
    books.messages.close(message.now(state), None)
    return message


def settled(books: Books, state: str) -> Message:
    """A text whose receipt came before the provider's own answer."""
    message = claimed(books)
    books.receipts.settle(message.now(state), message, [], [], None)
    return message


def took_it(message: Message) -> Message:
    return replace(message, state="accepted", provider="sns", provider_id="p-1")


def was_blocked(message: Message) -> Envelope:
    named = {"message_class": message.message_class, "template": message.template, "rule": "late"}
    return message.told(MessageBlocked(message_id=message.message_id, **named), now())


def told(books: Books, message: Message) -> list[Envelope]:
    return books.upkeep.timeline(message.lead_id)


class TestEnds:
    @pytest.mark.parametrize("state", ["accepted", "failed"])
    def test_who_holds_the_claim_knows_better_than_who_found_it_lying(self, books: Books, state: str):
        message = ended(books, "unknown")
        event = was_sent(message)
        books.messages.close(replace(took_it(message), state=state), event)
        assert books.messages.find(message.message_id) == replace(took_it(message), state=state)
        assert told(books, message) == [event]

    @pytest.mark.parametrize("state", ["blocked", "unknown"])
    def test_but_nobody_makes_more_doubt_of_a_doubt(self, books: Books, state: str):
        message = ended(books, "unknown")
        books.messages.close(message.now(state, rule="late"), None)
        found = books.messages.find(message.message_id)
        assert found == message.now("unknown")

    @pytest.mark.parametrize("state", ["delivered", "failed"])
    def test_a_receipt_that_was_quicker_stays_and_it_is_still_told_that_the_text_left(
        self, books: Books, state: str
    ):
        message = settled(books, state)
        event = was_sent(message)
        for _ in range(2):
            books.messages.close(took_it(message), event)
        assert books.messages.state(message.message_id) == state
        assert told(books, message) == [event]

    @pytest.mark.parametrize("state", ["accepted", "blocked"])
    def test_of_what_had_ended_otherwise_nothing_is_told(self, books: Books, state: str):
        message = ended(books, state)
        books.messages.close(took_it(message), was_sent(message))
        assert books.messages.find(message.message_id) == message.now(state)
        assert told(books, message) == []

    def test_a_receipt_is_not_followed_by_a_refusal(self, books: Books):
        message = settled(books, "delivered")
        books.messages.close(message.now("blocked", rule="late"), was_blocked(message))
        assert books.messages.state(message.message_id) == "delivered"
        assert told(books, message) == []

    def test_a_claim_that_another_holds_is_not_blocked(self, books: Books):
        message = claimed(books, template="reminder")
        books.messages.close(message.now("blocked", rule="late"), was_blocked(message))
        assert books.messages.find(message.message_id) == message
        assert told(books, message) == []

    def test_unless_a_second_text_is_better_than_none(self, books: Books):
        message = claimed(books, template=CODE)
        event = was_blocked(message)
        books.messages.close(message.now("blocked", rule="late"), event)
        assert books.messages.state(message.message_id) == "blocked"
        assert told(books, message) == [event]

    def test_an_end_is_stored_with_all_that_is_known_of_it(self, books: Books):
        message = claimed(books)
        books.messages.close(took_it(message), was_sent(message))
        assert books.messages.find(message.message_id) == took_it(message)
