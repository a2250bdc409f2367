"""What every ActivityBook promises: who did something when, and who has been quiet since when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice

import pytest

from tests.fakes.aws import FakeAws
from tests.fakes.books import Books
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.made import ORIGIN, a_challenge, a_welcome, fresh
from tests.fakes.people import leaving, stored
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.items import LeadItem
from twofold.leads.change import stranger
from twofold.leads.model import Lead

NEW_YEAR = datetime(2031, 1, 1, 23, 59, 59, tzinfo=UTC)


def joined_at(books: Books, at: datetime, lead_id: str | None = None) -> Lead:
    challenge = a_challenge(at, lead_id)
    known = books.leads.lead(challenge.lead_id)
    held = books.leads.code_of(challenge.lead_id, ORIGIN.campaign_id)
    books.challenges.open(challenge, challenge.asked(at), [], at)
    books.leads.welcome(a_welcome(challenge, known=known, held=held, at=at))
    return stored(books, challenge.lead_id)


def active(books: Books, day: date, after: str | None = None) -> list[str]:
    return list(books.activity.last_active_on(day, after))


class TestTouch:
    def test_who_joins_was_active_that_day(self, books: Books):
        lead = joined_at(books, NEW_YEAR)
        assert (lead.active_on, lead.active_days) == ("2031-01-01", 1)
        assert lead.lead_id in active(books, date(2031, 1, 1))

    def test_a_day_counts_once(self, books: Books):
        lead = joined_at(books, NEW_YEAR)
        for seconds in (0, 1, 3_600):
            books.activity.touch(lead.lead_id, NEW_YEAR + timedelta(seconds=seconds))
        later = stored(books, lead.lead_id)
        assert later == replace(lead, active_on="2031-01-02", active_days=2)
        assert lead.lead_id not in active(books, date(2031, 1, 1))
        assert lead.lead_id in active(books, date(2031, 1, 2))

    def test_an_older_day_changes_nothing(self, books: Books):
        lead = joined_at(books, NEW_YEAR)
        books.activity.touch(lead.lead_id, NEW_YEAR - timedelta(days=1))
        assert stored(books, lead.lead_id) == lead

    def test_nobody_becomes_somebody_by_it(self, books: Books):
        unknown = fresh("lead")
        books.activity.touch(unknown, NEW_YEAR)
        assert books.leads.lead(unknown) is None
        assert unknown not in active(books, date(2031, 1, 1))

    def test_whoever_read_the_lead_before_may_still_change_it(self, books: Books):
        lead = joined_at(books, NEW_YEAR)
        books.activity.touch(lead.lead_id, NEW_YEAR + timedelta(days=1))
        books.leads.change(leaving(lead))
        left = stored(books, lead.lead_id)
        assert (left.status, left.active_on, left.active_days) == ("opted_out", "2031-01-02", 2)

    def test_who_returns_was_active_that_day_again(self, books: Books):
        lead = joined_at(books, NEW_YEAR)
        again = joined_at(books, NEW_YEAR + timedelta(days=9), lead.lead_id)
        assert (again.active_on, again.active_days) == ("2031-01-10", 2)
        same_day = joined_at(books, NEW_YEAR + timedelta(days=9, minutes=-5), lead.lead_id)
        assert (same_day.active_on, same_day.active_days) == ("2031-01-10", 2)

    def test_a_mark_that_joins_begins_with_that_day(self, books: Books):
        mark = stranger(fresh("lead"), ORIGIN)
        books.leads.change(leaving(mark))
        assert stored(books, mark.lead_id).active_on is None
        lead = joined_at(books, NEW_YEAR, mark.lead_id)
        assert (lead.active_on, lead.active_days) == ("2031-01-01", 1)


class TestLastActiveOn:
    DAY = date(2032, 2, 29)

    @pytest.fixture
    def leads(self, books: Books) -> set[str]:
        at = datetime(2032, 2, 29, 12, tzinfo=UTC)
        return {joined_at(books, at).lead_id for _ in range(17)}

    def test_everyone_is_found_once_and_always_in_the_same_order(self, books: Books, leads: set[str]):
        found = active(books, self.DAY)
        assert len(found) == 17
        assert set(found) == leads
        assert active(books, self.DAY) == found
        assert active(books, self.DAY + timedelta(days=1)) == []

    def test_it_goes_on_behind_any_of_them(self, books: Books, leads: set[str]):
        found = active(books, self.DAY)
        for place, lead_id in enumerate(found):
            assert active(books, self.DAY, lead_id) == found[place + 1 :]

    def test_it_goes_on_behind_one_who_is_awake_by_now(self, books: Books, leads: set[str]):
        found = active(books, self.DAY)
        books.activity.touch(found[5], datetime(2032, 3, 1, tzinfo=UTC))
        assert active(books, self.DAY, found[5]) == found[6:]
        assert active(books, self.DAY) == found[:5] + found[6:]

    def test_a_hundred_at_a_time_are_taken_from_one_search(self, books: Books, leads: set[str]):
        search = books.activity.last_active_on(self.DAY)
        parts = [list(islice(search, 8)) for _ in range(4)]
        assert [len(part) for part in parts] == [8, 8, 1, 0]
        assert list(chain.from_iterable(parts)) == active(books, self.DAY)


class TestOnDynamoDB:
    @pytest.fixture
    def books(self, aws: FakeAws) -> Books:
        return in_dynamodb(SETTINGS)

    def test_the_same_day_again_is_looked_up_and_not_written(self, aws: FakeAws, books: Books):
        lead = joined_at(books, NEW_YEAR)
        aws.calls.clear()
        books.activity.touch(lead.lead_id, NEW_YEAR)
        assert aws.operations() == ["DynamoDB_20120810.GetItem"]

    def test_of_two_at_once_one_counts(self, aws: FakeAws, books: Books, monkeypatch: pytest.MonkeyPatch):
        lead, later = joined_at(books, NEW_YEAR), NEW_YEAR + timedelta(days=1)
        stale = _row(lead.lead_id)
        books.activity.touch(lead.lead_id, later)
        monkeypatch.setattr("twofold.adapters.dynamodb.activity.read", lambda *_, **__: stale)
        books.activity.touch(lead.lead_id, later)
        assert stored(books, lead.lead_id).active_days == 2


def _row(lead_id: str) -> object:
    return LeadItem.get(lead_id)
