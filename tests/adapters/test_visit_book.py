"""What every VisitBook promises, and what its counts add up to."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.made import fresh
from twofold.contracts.events import AssetVisited
from twofold.contracts.instants import day_of, now
from twofold.ledger.record import Origin, record
from twofold.limits.allowance import Allowance
from twofold.visits.model import Count, Tally, Visit, draw_visit_id

FIRST, LAST = "2000-01-01", "2100-01-01"


def a_visit(**fields: object) -> Visit:
    origin = Origin(campaign_id="buffet-20", asset_id=fresh("ast"), place="Market Square")
    visit = Visit(visit_id=draw_visit_id(), origin=origin, kind="scanned", device="phone", at=now())
    return replace(visit, **fields)  # type: ignore[arg-type]


def once() -> Allowance:
    return Allowance(key=fresh("visits"), most=1, seconds=600)


def tallied(books: Books, visit: Visit, first: str = FIRST, last: str = LAST) -> list[Tally]:
    return list(books.visits.tallies(visit.asset_id, first, last))


def told(books: Books, visit: Visit) -> list[object]:
    return [event.data for event in books.upkeep.timeline(visit.visit_id)]


class TestVisitBook:
    def test_a_visit_is_an_event_and_a_count(self, books: Books):
        visit = a_visit(utm={"utm_source": "window"}, referral="RFRIEND22222", variant="warm")
        assert books.visits.record(visit, [])
        (event,) = books.upkeep.timeline(visit.visit_id)
        assert event == visit.told()
        assert event.place == "Market Square"
        (tally,) = tallied(books, visit)
        assert tally == Tally(day=day_of(visit.at), kind="scanned", device="phone", utm="window//", number=1)

    def test_visits_of_a_day_add_up_and_kinds_and_devices_are_told_apart(self, books: Books):
        visit = a_visit()
        scanned, opened = replace(visit, kind="scanned"), replace(visit, kind="opened")
        for one in (*[scanned] * 12, *[opened] * 3, *[replace(opened, device="desktop")] * 2):
            assert books.visits.record(replace(one, visit_id=draw_visit_id()), [])
        found = [(t.kind, t.device, t.number) for t in tallied(books, visit)]
        assert found == [("opened", "desktop", 2), ("opened", "phone", 3), ("scanned", "phone", 12)]

    def test_a_tap_that_its_sign_did_not_prove_is_counted_as_such(self, books: Books):
        visit = a_visit(kind="tapped", verified=False)
        assert books.visits.record(visit, [])
        assert [t.kind for t in tallied(books, visit)] == ["unverified"]
        assert told(books, visit) == [AssetVisited(kind="tapped", device="phone", verified=False)]

    def test_beyond_an_allowance_nothing_is_stored(self, books: Books):
        visit, one = a_visit(), once()
        assert books.visits.record(visit, [one])
        more = replace(visit, visit_id=draw_visit_id())
        assert not books.visits.record(more, [one])
        assert told(books, more) == []
        assert [t.number for t in tallied(books, visit)] == [1]

    def test_an_allowance_that_is_used_up_does_not_cost_the_other_one(self, books: Books):
        other, empty = once(), Allowance(key=fresh("visits"), most=0, seconds=600)
        assert not books.visits.record(a_visit(), [other, empty])
        assert books.visits.record(a_visit(), [other])

    def test_the_same_visit_again_changes_nothing(self, books: Books):
        visit = a_visit()
        assert books.visits.record(visit, [])
        assert not books.visits.record(visit, [])
        assert len(told(books, visit)) == 1
        assert [t.number for t in tallied(books, visit)] == [1]

    def test_what_was_done_during_a_visit_is_told_beside_it(self, books: Books):
        visit = a_visit()
        books.visits.record(visit, [])
        data, at = AssetVisited(kind="viewed", device="phone", label="menu"), visit.at + timedelta(minutes=1)
        event = record(data, subject=visit.visit_id, version=1, at=at, origin=visit.origin, cause="the menu")
        count = Count(asset_id=visit.asset_id, day=day_of(at), kind="viewed", device="phone")
        assert books.visits.tell(event, count, [])
        assert told(books, visit) == [visit.told().data, data]
        assert [t.kind for t in tallied(books, visit)] == ["scanned", "viewed"]

    def test_counting_is_no_event(self, books: Books):
        visit = a_visit()
        for _ in range(20):
            books.visits.count(visit.count)
        assert told(books, visit) == []
        assert [t.number for t in tallied(books, visit)] == [20]


class TestVisitCounts:
    def test_of_what_never_was_there_is_nothing(self, books: Books):
        assert tallied(books, a_visit()) == []

    def test_days_are_asked_for_from_the_first_to_the_last_both_included(self, books: Books):
        visit = a_visit()
        days = [visit.at + timedelta(days=n) for n in range(5)]
        for at in days:
            books.visits.count(replace(visit, at=at).count)
        found = tallied(books, visit, day_of(days[1]), day_of(days[3]))
        assert [t.day for t in found] == [day_of(at) for at in days[1:4]]

    def test_one_asset_s_counts_are_not_another_s(self, books: Books):
        one, other = a_visit(), a_visit()
        books.visits.count(one.count)
        assert tallied(books, other) == []

    @pytest.mark.parametrize(
        ("utm", "shown"),
        [
            ({"utm_source": "a", "utm_medium": "b", "utm_campaign": "c", "utm_term": "d"}, "a/b/c"),
            ({"utm_campaign": "summer"}, "//summer"),
            ({"utm_term": "only this"}, ""),
            ({"utm_source": "a#b/c#2099-01-01"}, "a b c 2099-01-01//"),
            ({"utm_source": "x" * 100}, "x" * 40 + "//"),
        ],
    )
    def test_whatever_is_typed_into_a_tag_stays_within_its_place(
        self, books: Books, utm: dict[str, str], shown: str
    ):
        visit = a_visit(utm=utm)
        books.visits.count(visit.count)
        assert [(t.day, t.kind, t.utm) for t in tallied(books, visit)] == [
            (day_of(visit.at), "scanned", shown)
        ]
