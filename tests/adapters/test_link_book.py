"""What every LinkBook promises."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.adapters.test_asset_register import add, plain
from tests.fakes.books import Books
from tests.fakes.made import a_link, was_clicked
from twofold.contracts.errors import NotFound
from twofold.messages.links.model import Link

SECOND = timedelta(seconds=1)


def opened(books: Books) -> Link:
    link = a_link()
    books.links.open(link)
    return link


def after(link: Link, seconds: int) -> Link:
    """How the link is answered when the click before came so long after it was made."""
    return replace(link, last_at=link.made_at + seconds * SECOND)


class TestLinkBook:
    def test_a_link_is_found_where_it_was_put(self, books: Books):
        link = opened(books)
        assert books.links.find(link.slug) == after(link, 0)

    @pytest.mark.parametrize("slug", ["", "never", "x" * 3_000, "favicon.ico"])
    def test_at_another_address_there_is_nothing(self, books: Books, slug: str):
        with pytest.raises(NotFound):
            books.links.find(slug)
        with pytest.raises(NotFound):
            books.links.count(slug, a_link().made_at)

    def test_an_asset_s_link_is_no_text_s_and_is_not_counted_as_one(self, books: Books):
        slug = add(books, plain()).slug or ""
        with pytest.raises(NotFound):
            books.links.find(slug)
        with pytest.raises(NotFound):
            books.links.count(slug, a_link().made_at)
        assert books.asset_links.find(slug).slug == slug

    def test_opening_it_again_leaves_it_as_it_is(self, books: Books):
        link = opened(books)
        books.links.count(link.slug, link.made_at + SECOND)
        books.links.open(replace(link, target="https://elsewhere.example", made_at=link.made_at + SECOND))
        found = books.links.find(link.slug)
        assert (found.target, found.made_at, found.clicks) == (link.target, link.made_at, 1)

    def test_a_click_is_told_how_the_link_stood_before_it(self, books: Books):
        link = opened(books)
        told = [books.links.count(link.slug, link.made_at + n * SECOND) for n in (5, 7, 60)]
        assert [before.clicks for before in told] == [0, 1, 2]
        assert [before.last_at for before in told] == [link.made_at + n * SECOND for n in (0, 5, 7)]
        assert told[0] == after(link, 0)
        assert books.links.find(link.slug).clicks == 3

    def test_counting_is_no_event(self, books: Books):
        link = opened(books)
        books.links.count(link.slug, link.made_at)
        assert books.upkeep.timeline(link.lead_id) == []

    @pytest.mark.parametrize("human", [True, False])
    def test_the_first_click_of_a_kind_is_told_once(self, books: Books, human: bool):
        link, at = opened(books), a_link().made_at + 5 * SECOND
        event = was_clicked(link, at, human=human)
        books.links.clicked(link, event, at, human=human)
        books.links.clicked(link, event, at, human=human)
        later = at + SECOND
        books.links.clicked(link, was_clicked(link, later, human=human), later, human=human)
        found = books.links.find(link.slug)
        assert (found.human_at, found.machine_at) == ((at, None) if human else (None, at))
        assert books.upkeep.timeline(link.lead_id) == [event]

    def test_people_and_machines_are_told_apart(self, books: Books):
        link, at = opened(books), a_link().made_at
        for human in (False, True):
            books.links.clicked(link, was_clicked(link, at, human=human), at, human=human)
        found = books.links.find(link.slug)
        assert (found.human_at, found.machine_at) == (at, at)
        assert len(books.upkeep.timeline(link.lead_id)) == 2

    def test_two_links_of_one_lead_are_told_apart(self, books: Books):
        one, other = opened(books), a_link()
        books.links.open(other)
        books.links.count(one.slug, one.made_at)
        assert books.links.find(other.slug) == after(other, 0)
