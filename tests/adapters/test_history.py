"""What every EventHistory promises."""

import pytest

from tests.fakes.books import Books
from tests.fakes.histories import InMemoryHistory
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.in_memory import in_memory
from tests.fakes.memory import Memory
from tests.fakes.people import joined, leaving, returning, stored
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.history import DynamoHistory
from twofold.leads.timeline import EventHistory


@pytest.fixture(params=["memory", "dynamodb"])
def kept(request: pytest.FixtureRequest) -> tuple[Books, EventHistory]:
    if request.param == "memory":
        memory = Memory()
        return in_memory(memory), InMemoryHistory(memory)
    request.getfixturevalue("aws")
    return in_dynamodb(SETTINGS), DynamoHistory()


def somebody(books: Books) -> str:
    """Who left and came back three times."""
    lead_id = joined(books).lead_id
    for _ in range(3):
        books.leads.change(leaving(stored(books, lead_id)))
        books.leads.change(returning(stored(books, lead_id), ("marketing",)))
    return lead_id


def test_the_newest_comes_first_and_page_after_page_all_of_it(kept: tuple[Books, EventHistory]):
    books, history = kept
    lead_id, place, pages = somebody(books), None, []
    while page := history.newest(lead_id, before=place, limit=4, kind=None):
        pages.append(page)
        place = page[-1].id
    told = [event for page in pages for event in page]
    assert told == sorted(books.upkeep.timeline(lead_id), key=lambda event: event.id, reverse=True)
    assert all(len(page) == 4 for page in pages[:-1])


def test_of_one_type_only_that_is_told_and_a_page_is_full_all_the_same(kept: tuple[Books, EventHistory]):
    books, history = kept
    lead_id = somebody(books)
    first = history.newest(lead_id, before=None, limit=2, kind="lead.opted_in.v1")
    assert [event.type for event in first] == ["lead.opted_in.v1"] * 2
    (last,) = history.newest(lead_id, before=first[-1].id, limit=2, kind="lead.opted_in.v1")
    assert last.id < first[-1].id


@pytest.mark.parametrize("place", ["0", "~", "é" * 400, "x" * 5_000])
def test_a_place_that_somebody_made_up_breaks_nothing(kept: tuple[Books, EventHistory], place: str):
    books, history = kept
    assert len(history.newest(somebody(books), before=place, limit=100, kind=None)) in (0, 9)


def test_of_nobody_nothing_is_told(kept: tuple[Books, EventHistory]):
    assert list(kept[1].newest("nobody", before=None, limit=10, kind=None)) == []
