"""What every AssetLinks promises."""

import pytest

from tests.adapters.test_asset_register import add, plain
from tests.fakes.books import Books
from tests.fakes.made import a_link
from twofold.assets.links import AssetLink, draw_slug
from twofold.contracts.errors import NotFound


class TestAssetLinks:
    def test_a_slug_leads_to_its_asset(self, books: Books):
        asset = add(books, plain())
        assert books.asset_links.find(asset.slug or "") == AssetLink(
            slug=asset.slug or "", asset_id=asset.asset_id
        )

    @pytest.mark.parametrize("slug", ["", "NEVER2", "x" * 3_000])
    def test_at_another_address_there_is_nothing(self, books: Books, slug: str):
        with pytest.raises(NotFound) as raised:
            books.asset_links.find(slug)
        assert raised.value.code == "link_not_found"

    def test_what_was_not_there_is_found_once_it_is(self, books: Books):
        slug = draw_slug()
        with pytest.raises(NotFound):
            books.asset_links.find(slug)
        asset = add(books, plain(slug=slug))
        assert books.asset_links.find(slug).asset_id == asset.asset_id

    def test_a_text_s_link_leads_to_no_asset(self, books: Books):
        link = a_link()
        books.links.open(link)
        with pytest.raises(NotFound):
            books.asset_links.find(link.slug)
