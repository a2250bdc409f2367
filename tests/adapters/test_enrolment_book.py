"""What every EnrolmentBook promises of entering, waiting and leaving."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.automating import AT, a_way, begun, behind, done, end, kinds, over
from tests.fakes.books import Books
from tests.fakes.made import fresh
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.enrolments.events import entered, exited
from twofold.automations.ports import EnrolmentMoved
from twofold.ledger.record import Origin


def found(books: Books, way: Enrolment) -> Enrolment | None:
    return books.enrolments.find(way.lead_id, way.key)


class TestEntering:
    @pytest.mark.parametrize("key", ["never#never#", "", "x" * 2_000])
    def test_who_never_entered_is_not_there(self, books: Books, key: str):
        assert books.enrolments.find(fresh("lead"), key) is None
        assert books.enrolments.find("x" * 3_000, key) is None

    def test_a_way_is_found_as_it_was_stored_and_told_with_it(self, books: Books):
        way = begun(books)
        assert found(books, way) == way
        assert books.upkeep.timeline(way.lead_id) == [entered(way)]

    def test_everything_that_is_told_of_a_way_is_kept(self, books: Books):
        way = begun(
            books,
            origin=Origin(campaign_id="buffet-20"),
            cause="cart#7#b",
            done=("a", "b"),
            since=AT + timedelta(hours=1),
            code="BUF2",
            cart_id="cart#7#b",
        )
        assert found(books, way) == way
        ended = end(books, way, "ordered")
        assert found(books, way) == ended

    def test_who_is_held_out_is_kept_and_waits_for_nothing(self, books: Books):
        way = begun(books, state="held_out", step=None, due_at=None)
        assert found(books, way) == way
        assert list(books.enrolments.due(AT + timedelta(days=8))) == []
        with pytest.raises(EnrolmentMoved):
            books.enrolments.put_off(way.next())
        with pytest.raises(EnrolmentMoved):
            books.enrolments.enter(replace(way, run=2), entered(replace(way, run=2)))

    def test_each_cause_has_a_way_of_its_own_and_a_lead_s_are_found_together(self, books: Books):
        first = begun(books)
        second = begun(books, first.lead_id)
        other = begun(books, first.lead_id, automation_id="win-back", cause="")
        begun(books)
        ways = books.enrolments.of_lead(first.lead_id)
        assert sorted(ways, key=lambda way: way.key) == sorted(
            [first, second, other], key=lambda way: way.key
        )
        assert list(books.enrolments.of_lead(fresh("lead"))) == []
        assert list(books.enrolments.of_lead("x" * 3_000)) == []

    @pytest.mark.parametrize("run", [1, 2])
    def test_who_is_in_it_does_not_enter_again(self, books: Books, run: int):
        way = begun(books)
        again = replace(way, run=run, entered_by="another event", entered_at=AT + timedelta(minutes=1))
        with pytest.raises(EnrolmentMoved):
            books.enrolments.enter(again, entered(again))
        assert found(books, way) == way
        assert kinds(books, way.lead_id) == ["automation.entered.v1"]

    def test_who_is_through_may_enter_again_once(self, books: Books):
        end(books, way := begun(books))
        again = replace(way, run=2, entered_at=AT + timedelta(days=90))
        for stale in (replace(again, run=1), replace(again, run=3)):
            with pytest.raises(EnrolmentMoved):
                books.enrolments.enter(stale, entered(stale))
        books.enrolments.enter(again, entered(again))
        assert found(books, way) == again
        with pytest.raises(EnrolmentMoved):
            books.enrolments.enter(replace(again, run=3), entered(replace(again, run=3)))

    def test_nobody_enters_a_second_time_who_never_was_in_it(self, books: Books):
        way = a_way(run=2)
        with pytest.raises(EnrolmentMoved):
            books.enrolments.enter(way, entered(way))
        assert found(books, way) is None


class TestWaiting:
    def test_what_is_put_off_comes_later_and_is_no_news(self, books: Books):
        way = begun(books)
        later = way.next(due_at=AT + timedelta(days=9))
        books.enrolments.put_off(later)
        assert found(books, way) == later
        assert kinds(books, way.lead_id) == ["automation.entered.v1"]

    def test_of_two_changes_of_one_revision_the_second_has_to_look_again(self, books: Books):
        way = begun(books)
        books.enrolments.put_off(later := way.next(due_at=AT + timedelta(days=9)))
        late = over(way)
        with pytest.raises(EnrolmentMoved):
            books.enrolments.put_off(way.next(due_at=AT + timedelta(days=1)))
        with pytest.raises(EnrolmentMoved):
            books.enrolments.end(late, exited(late, AT))
        with pytest.raises(EnrolmentMoved):
            books.enrolments.step(done(behind(way)))
        assert found(books, way) == later
        assert kinds(books, way.lead_id) == ["automation.entered.v1"]

    def test_nothing_waits_that_never_began(self, books: Books):
        way = a_way()
        with pytest.raises(EnrolmentMoved):
            books.enrolments.put_off(way.next())
        with pytest.raises(EnrolmentMoved):
            books.enrolments.step(done(behind(way)))
        assert found(books, way) is None

    def test_a_step_of_the_first_time_is_none_of_the_second(self, books: Books):
        """Both count their revisions from one."""
        way = begun(books)
        end(books, way)
        again = replace(way, run=2, entered_at=AT + timedelta(days=90))
        books.enrolments.enter(again, entered(again))
        for change in (lambda: books.enrolments.step(done(behind(way))), lambda: end(books, way)):
            with pytest.raises(EnrolmentMoved):
                change()
        assert found(books, way) == again


class TestLeaving:
    def test_who_leaves_has_left_for_a_reason_and_it_is_told(self, books: Books):
        way = begun(books)
        ended = end(books, way, "redeemed")
        assert found(books, way) == ended
        assert (ended.state, ended.exit, ended.step, ended.due_at) == ("ended", "redeemed", None, None)
        assert kinds(books, way.lead_id) == ["automation.entered.v1", "automation.exited.v1"]

    def test_nothing_happens_after_the_end(self, books: Books):
        way = begun(books)
        ended = end(books, way)
        changes = (
            lambda: end(books, ended),
            lambda: books.enrolments.put_off(ended.next(due_at=AT)),
            lambda: books.enrolments.step(done(behind(ended, state="running"))),
        )
        for change in changes:
            with pytest.raises(EnrolmentMoved):
                change()
        assert found(books, way) == ended


class TestDue:
    def due(self, books: Books, days: float) -> list[str]:
        return [due.lead_id for due in books.enrolments.due(AT + timedelta(days=days))]

    def test_a_way_is_due_at_its_moment_with_what_its_schedule_brings(self, books: Books):
        way = begun(books, automation_id="cart")
        assert self.due(books, 6.99) == []
        (due,) = books.enrolments.due(AT + timedelta(days=7))
        assert (due.lead_id, due.key, due.run, due.revision) == (way.lead_id, way.key, 1, 1)
        assert self.due(books, 10) == [way.lead_id]

    def test_three_days_later_nobody_looks_for_it_any_more(self, books: Books):
        begun(books)
        assert self.due(books, 11) == []

    def test_the_oldest_comes_first(self, books: Books):
        minutes = [5, 1, 4, 2, 3, 6, -1_500]
        ways = [begun(books, due_at=AT + timedelta(days=1, minutes=minute)) for minute in minutes]
        order = sorted(zip(minutes, (way.lead_id for way in ways), strict=True))
        found = [due.lead_id for due in books.enrolments.due(AT + timedelta(days=1, minutes=5))]
        assert found == [lead_id for minute, lead_id in order if minute <= 5]

    def test_what_was_put_off_or_is_over_is_due_no_more(self, books: Books):
        put_off, ended, stepped = begun(books), begun(books), begun(books)
        books.enrolments.put_off(put_off.next(due_at=AT + timedelta(days=8)))
        end(books, ended)
        books.enrolments.step(done(behind(stepped)))
        assert self.due(books, 7.5) == []
        assert self.due(books, 8) == [put_off.lead_id]
        assert self.due(books, 21) == [stepped.lead_id]

    def test_more_than_a_hundred_are_found_in_order(self, books: Books):
        ways = [begun(books, due_at=AT + timedelta(seconds=number)) for number in range(120)]
        assert self.due(books, 1) == [way.lead_id for way in ways]
