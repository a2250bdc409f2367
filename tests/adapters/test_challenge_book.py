"""What every ChallengeBook promises."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.made import a_challenge, a_welcome, fresh
from twofold.contracts.errors import Conflict, Gone, NotFound, TooMany
from twofold.leads.model import Challenge
from twofold.leads.verification import GUESSES, LIFETIME
from twofold.limits.allowance import Allowance


def opened(books: Books, *charges: Allowance) -> Challenge:
    challenge = a_challenge()
    books.challenges.open(challenge, challenge.asked(challenge.sent_at), charges, challenge.sent_at)
    return challenge


def renew(books: Books, challenge: Challenge, *charges: Allowance) -> Challenge:
    at = challenge.sent_at + timedelta(seconds=31)
    again = challenge.again(at)
    books.challenges.renew(again, again.asked(at), charges, at)
    return again


class TestChallengeBook:
    def test_what_was_opened_is_found_as_it_was(self, books: Books):
        challenge = opened(books)
        assert books.challenges.find(challenge.challenge_id) == challenge

    def test_an_unknown_challenge_is_not_found(self, books: Books):
        with pytest.raises(NotFound):
            books.challenges.find(fresh("challenge"))
        with pytest.raises(NotFound):
            books.challenges.charge(fresh("challenge"), a_challenge().sent_at)

    def test_an_id_longer_than_any_key_is_not_found(self, books: Books):
        with pytest.raises(NotFound):
            books.challenges.find("x" * 3_000)
        with pytest.raises(NotFound):
            books.challenges.charge("x" * 3_000, a_challenge().sent_at)

    def test_opening_records_the_event(self, books: Books):
        challenge = opened(books)
        assert books.upkeep.timeline(challenge.lead_id) == [challenge.asked(challenge.sent_at)]

    def test_nothing_is_opened_beyond_an_allowance(self, books: Books):
        one = Allowance(key=fresh("ip"), most=1, seconds=600)
        opened(books, one)
        refused = a_challenge()
        with pytest.raises(TooMany) as raised:
            books.challenges.open(refused, refused.asked(refused.sent_at), [one], refused.sent_at)
        assert 0 < raised.value.retry_after <= 600
        assert books.upkeep.timeline(refused.lead_id) == []
        with pytest.raises(NotFound):
            books.challenges.find(refused.challenge_id)

    def test_an_allowance_that_is_used_up_does_not_cost_the_other_one(self, books: Books):
        empty = Allowance(key=fresh("ip"), most=0, seconds=600)
        other = Allowance(key=fresh("ip"), most=1, seconds=86_400)
        with pytest.raises(TooMany):
            opened(books, other, empty)
        opened(books, other)

    def test_renewing_counts_the_send_and_restarts_the_lifetime(self, books: Books):
        again = renew(books, opened(books))
        stored = books.challenges.find(again.challenge_id)
        assert (stored.sends, stored.expires_at) == (2, again.sent_at + LIFETIME)
        assert [e.version for e in books.upkeep.timeline(again.lead_id)] == [1, 2]

    def test_two_who_renew_at_once_get_one_text(self, books: Books):
        challenge = opened(books)
        renew(books, challenge)
        late = challenge.sent_at + timedelta(seconds=32)
        again = challenge.again(late)
        with pytest.raises(Conflict):
            books.challenges.renew(again, again.asked(late), [], late)
        assert len(books.upkeep.timeline(challenge.lead_id)) == 2

    def test_nothing_is_renewed_beyond_an_allowance(self, books: Books):
        challenge = opened(books)
        with pytest.raises(TooMany):
            renew(books, challenge, Allowance(key=fresh("ip"), most=0, seconds=600))
        assert books.challenges.find(challenge.challenge_id) == challenge

    def test_a_confirmed_challenge_is_not_renewed(self, books: Books):
        challenge = opened(books)
        books.leads.welcome(a_welcome(challenge))
        with pytest.raises(Conflict):
            renew(books, challenge)

    def test_no_more_guesses_are_given_than_there_are(self, books: Books):
        challenge = opened(books)
        left = [
            books.challenges.charge(challenge.challenge_id, challenge.sent_at).attempts_left
            for _ in range(GUESSES)
        ]
        assert left == [4, 3, 2, 1, 0]
        with pytest.raises(Gone):
            books.challenges.charge(challenge.challenge_id, challenge.sent_at)

    def test_a_new_text_gives_no_new_guesses(self, books: Books):
        challenge = opened(books)
        books.challenges.charge(challenge.challenge_id, challenge.sent_at)
        renew(books, challenge)
        assert books.challenges.find(challenge.challenge_id).attempts == 1

    def test_no_guess_is_taken_once_it_has_expired(self, books: Books):
        challenge = opened(books)
        with pytest.raises(Gone):
            books.challenges.charge(challenge.challenge_id, challenge.expires_at)
        assert books.challenges.find(challenge.challenge_id).attempts == 0
        books.challenges.charge(challenge.challenge_id, challenge.expires_at - timedelta(milliseconds=1))

    def test_nobody_s_answer_is_awaited_at_first(self, books: Books):
        assert books.challenges.awaiting_reply(fresh("lead")) is None
        assert books.challenges.awaiting_reply(opened(books).lead_id) is None

    def test_the_challenge_that_an_answer_confirms_is_remembered(self, books: Books):
        challenge = replace(a_challenge(), by="reply", attempts=GUESSES)
        books.challenges.open(challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at)
        for _ in range(2):
            books.challenges.await_reply(challenge)
            assert books.challenges.awaiting_reply(challenge.lead_id) == challenge

    def test_the_last_invitation_is_the_one_that_counts(self, books: Books):
        first = opened(books)
        second = a_challenge(lead_id=first.lead_id)
        books.challenges.open(second, second.asked(second.sent_at), [], second.sent_at)
        for challenge in (first, second):
            books.challenges.await_reply(challenge)
        assert books.challenges.awaiting_reply(first.lead_id) == second

    def test_what_is_awaited_of_one_number_is_not_another_s(self, books: Books):
        one, other = opened(books), opened(books)
        for challenge in (one, other):
            books.challenges.await_reply(challenge)
        assert books.challenges.awaiting_reply(one.lead_id) == one

    def test_an_awaited_answer_is_told_with_its_outcome_once_it_came(self, books: Books):
        challenge = opened(books)
        books.challenges.await_reply(challenge)
        outcome = books.leads.welcome(a_welcome(challenge))
        assert books.challenges.awaiting_reply(challenge.lead_id) == replace(challenge, outcome=outcome)

    def test_what_remembers_it_is_no_challenge(self, books: Books):
        challenge = opened(books)
        books.challenges.await_reply(challenge)
        with pytest.raises(NotFound):
            books.challenges.find(f"reply#{challenge.lead_id}")
        with pytest.raises(NotFound):
            books.challenges.charge(f"reply#{challenge.lead_id}", challenge.sent_at)

    def test_the_outcome_stands_in_the_challenge_once_confirmed(self, books: Books):
        challenge = opened(books)
        outcome = books.leads.welcome(a_welcome(challenge))
        assert books.challenges.find(challenge.challenge_id) == replace(challenge, outcome=outcome)
