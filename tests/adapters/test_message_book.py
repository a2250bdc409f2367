"""What every MessageBook promises."""

from datetime import timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.made import a_message, fresh, was_sent
from twofold.contracts.instants import now
from twofold.messages.ports import LogMoved
from twofold.messages.sending.send_log import SendLog


class TestMessageBook:
    def test_a_message_that_never_was_has_no_state(self, books: Books):
        assert books.messages.state(fresh("msg")) is None

    def test_a_message_is_claimed_once(self, books: Books):
        message = a_message()
        assert books.messages.claim(message)
        assert books.messages.state(message.message_id) == "claimed"
        assert not books.messages.claim(message)

    def test_a_released_message_may_be_claimed_again(self, books: Books):
        message = a_message()
        books.messages.claim(message)
        books.messages.release(message)
        assert books.messages.state(message.message_id) == "planned"
        assert books.messages.claim(message)

    def test_a_message_that_has_ended_is_neither_released_nor_claimed(self, books: Books):
        message = a_message()
        books.messages.claim(message)
        books.messages.close(message.now("accepted"), was_sent(message))
        books.messages.release(message)
        assert books.messages.state(message.message_id) == "accepted"
        assert not books.messages.claim(message)

    def test_the_first_end_stays(self, books: Books):
        message = a_message()
        books.messages.claim(message)
        books.messages.close(message.now("accepted"), was_sent(message))
        books.messages.close(message.now("failed", rule="late"), None)
        assert books.messages.state(message.message_id) == "accepted"
        assert len(books.upkeep.timeline(message.lead_id)) == 1

    def test_a_text_that_was_never_claimed_can_be_blocked(self, books: Books):
        message = a_message()
        books.messages.close(message.now("blocked", rule="too_old"), None)
        assert books.messages.state(message.message_id) == "blocked"
        assert books.upkeep.timeline(message.lead_id) == []

    def test_the_log_of_a_new_number_is_empty(self, books: Books):
        lead_id = fresh("lead")
        assert books.messages.send_log(lead_id) == SendLog(lead_id=lead_id)

    def test_a_claim_writes_the_log(self, books: Books):
        message, at = a_message(), now()
        log = books.messages.send_log(message.lead_id).plus(at)
        assert books.messages.claim(message, log)
        assert books.messages.send_log(message.lead_id) == log
        other = a_message(message.lead_id)
        assert books.messages.claim(other, log.plus(at + timedelta(minutes=1)))
        assert len(books.messages.send_log(message.lead_id).sent) == 2

    def test_two_claims_on_one_state_of_the_log_do_not_both_win(self, books: Books):
        first, at = a_message(), now()
        log = books.messages.send_log(first.lead_id).plus(at)
        books.messages.claim(first, log)
        second = a_message(first.lead_id)
        with pytest.raises(LogMoved):
            books.messages.claim(second, log)
        assert books.messages.state(second.message_id) is None
        assert books.messages.send_log(first.lead_id) == log

    def test_a_claim_that_is_lost_leaves_the_log_alone(self, books: Books):
        message, at = a_message(), now()
        log = books.messages.send_log(message.lead_id).plus(at)
        books.messages.claim(message, log)
        assert not books.messages.claim(message, log.plus(at))
        assert books.messages.send_log(message.lead_id) == log
