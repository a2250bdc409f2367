"""What every MessageBook promises of texts that are planned, and of those that wait."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.made import a_message, fresh, was_sent
from tests.fakes.samples import ANNA
from twofold.contracts.instants import now
from twofold.leads.phone import Phone
from twofold.messages.model import MARKETING, STAFF, Message
from twofold.messages.sending.plan import planned


def a_plan(books: Books, **fields: object) -> Message:
    blank = a_message(message_class=MARKETING, template="reminder")
    message = replace(blank, **fields)  # type: ignore[arg-type]
    assert books.messages.plan(message, planned(message))
    return message


def deferred(message: Message, hours: int = 9) -> Message:
    waiting = message.now("deferred", rule="quiet_hours:brand", why="It is night.")
    return replace(waiting, due_at=now() + timedelta(hours=hours), deferrals=message.deferrals + 1)


class TestPlans:
    def test_a_message_that_never_was_is_not_found(self, books: Books):
        assert books.messages.find(fresh("msg")) is None
        assert books.messages.find("x" * 3_000) is None

    def test_a_plan_is_found_with_its_event(self, books: Books):
        message = a_plan(books)
        assert books.messages.find(message.message_id) == message
        assert books.messages.state(message.message_id) == "planned"
        assert books.upkeep.timeline(message.lead_id) == [planned(message)]

    def test_everything_that_is_told_of_a_message_is_kept(self, books: Books):
        at = now()
        message = a_plan(
            books,
            message_class=STAFF,
            rule="allowed",
            why="Nothing stands against it.",
            provider="sns",
            provider_id="p-1",
            to=Phone(ANNA, "PL"),
            locale="pl",
            scope="cart_reminders",
            audience="buffet-20/unused-code",
            holdout=0,
            enrolment="buffet-20#unused-code#BUF1|1",
            fields={"code": "BUF1", "first_name": "Żaneta"},
            expires_at=at + timedelta(days=1),
            due_at=at + timedelta(hours=1),
            deferrals=2,
            price=86_000,
            charged_at=at,
            charged=("day_budget", "campaign_budget"),
            counted_at=at - timedelta(minutes=1),
            billed=0,
            review="open",
        )
        assert books.messages.find(message.message_id) == message

    def test_a_plan_is_made_once_however_often_it_is_asked_for(self, books: Books):
        message = a_plan(books)
        other = replace(message, template="other", planned_at=now() + timedelta(minutes=1))
        assert not books.messages.plan(other, planned(other))
        assert books.messages.find(message.message_id) == message
        assert books.upkeep.timeline(message.lead_id) == [planned(message)]

    def test_a_plan_may_be_claimed(self, books: Books):
        message = a_plan(books)
        assert books.messages.claim(replace(message, shown="Your code.", parts=1, price=50_000))
        found = books.messages.find(message.message_id)
        assert found == replace(message, state="claimed", shown="Your code.", parts=1, price=50_000)

    def test_what_came_of_the_decision_is_kept_by_the_claim(self, books: Books):
        message = replace(a_plan(books), rule="allowed", why="Nothing stands against it.")
        books.messages.claim(message)
        assert books.messages.find(message.message_id) == replace(message, state="claimed")


class TestDeferrals:
    def test_a_plan_may_wait(self, books: Books):
        waiting = deferred(a_plan(books))
        assert books.messages.defer(waiting)
        assert books.messages.find(waiting.message_id) == waiting
        assert len(books.upkeep.timeline(waiting.lead_id)) == 1

    def test_the_same_deferral_again_is_the_same(self, books: Books):
        waiting = deferred(a_plan(books))
        books.messages.defer(waiting)
        assert books.messages.defer(waiting)
        assert books.messages.find(waiting.message_id) == waiting

    def test_who_waits_may_wait_once_more(self, books: Books):
        waiting = deferred(a_plan(books))
        books.messages.defer(waiting)
        longer = deferred(waiting, hours=20)
        assert books.messages.defer(longer)
        assert books.messages.find(waiting.message_id) == longer

    def test_who_waits_may_be_claimed_and_released_again(self, books: Books):
        waiting = deferred(a_plan(books))
        books.messages.defer(waiting)
        assert books.messages.claim(waiting)
        books.messages.release(waiting)
        assert books.messages.state(waiting.message_id) == "planned"

    @pytest.mark.parametrize("state", ["claimed", "accepted", "blocked", "unknown"])
    def test_what_somebody_has_taken_or_has_ended_does_not_wait(self, books: Books, state: str):
        message = a_plan(books)
        if state != "blocked":
            books.messages.claim(message)
        if state != "claimed":
            books.messages.close(message.now(state), was_sent(message) if state == "accepted" else None)
        assert not books.messages.defer(deferred(message))
        assert books.messages.state(message.message_id) == state
