"""What every AssetRegister promises."""

from dataclasses import replace

import pytest

from tests.fakes.books import Books
from tests.fakes.made import fresh
from twofold.assets.change import changed
from twofold.assets.links import AssetLink, draw_slug
from twofold.assets.model import Asset
from twofold.assets.ports import AssetMoved, SlugTaken
from twofold.contracts.errors import Conflict, NotFound
from twofold.contracts.instants import now


def an_asset(**fields: object) -> Asset:
    made = Asset(
        asset_id=fresh("ast"),
        campaign_id=fresh("campaign"),
        kind="nfc",
        name="Till",
        place="River Street 11",
        channel="at the till",
        form="sign",
        origins=("https://shop.example",),
        countries=("PL", "DE"),
        keyword=fresh("word").upper(),
        slug=draw_slug(),
        target_url="https://shop.example/menu",
        paused=True,
        proof="tap",
        version=1,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def plain(**fields: object) -> Asset:
    return an_asset(**{"keyword": None, "target_url": None, "paused": False, "proof": "none", **fields})


def add(books: Books, asset: Asset) -> Asset:
    books.register.add(asset, changed(asset, ("created",), now()))
    return asset


def change(books: Books, asset: Asset) -> Asset:
    books.register.change(asset, changed(asset, ("name",), now()))
    return asset


def versions(books: Books, asset: Asset) -> list[int]:
    return sorted(event.version for event in books.upkeep.timeline(asset.asset_id))


class TestAssetRegister:
    @pytest.mark.parametrize("make", [an_asset, plain], ids=["with everything", "with little"])
    def test_an_asset_is_found_as_it_was_put(self, books: Books, make):
        asset = add(books, make())
        assert books.register.current(asset.asset_id) == asset
        assert books.assets.asset(asset.asset_id) == asset
        assert books.assets.asset_of(asset.keyword or "") == (asset.asset_id if asset.keyword else None)

    @pytest.mark.parametrize("asset_id", ["never", "", "x" * 3_000, "keyword#BUFFET"])
    def test_one_that_never_was_is_not_found(self, books: Books, asset_id: str):
        with pytest.raises(NotFound):
            books.register.current(asset_id)

    def test_what_remembers_a_keyword_is_no_asset(self, books: Books):
        asset = add(books, an_asset())
        with pytest.raises(NotFound):
            books.register.current(f"keyword#{asset.keyword}")

    def test_a_campaign_s_assets_are_told_by_their_ids(self, books: Books):
        first = an_asset(asset_id=fresh("a"))
        second = add(books, an_asset(asset_id=fresh("b"), campaign_id=first.campaign_id))
        add(books, first)
        add(books, an_asset())
        assert list(books.register.of_campaign(first.campaign_id)) == [first, second]

    def test_each_change_is_told(self, books: Books):
        asset = add(books, plain())
        after = change(books, replace(asset, name="Door", version=2))
        assert books.register.current(asset.asset_id) == after
        assert versions(books, asset) == [1, 2]

    def test_of_two_who_change_it_at_once_one_looks_again(self, books: Books):
        asset = add(books, plain())
        change(books, replace(asset, name="Door", version=2))
        with pytest.raises(AssetMoved):
            change(books, replace(asset, name="Window", version=2))
        assert books.register.current(asset.asset_id).name == "Door"
        assert versions(books, asset) == [1, 2]

    def test_an_id_is_given_once(self, books: Books):
        asset = add(books, plain())
        other = plain(asset_id=asset.asset_id)
        with pytest.raises(Conflict) as raised:
            add(books, other)
        assert (raised.value.code, raised.value.field) == ("asset_taken", "asset_id")
        assert books.register.current(asset.asset_id) == asset
        with pytest.raises(NotFound):
            books.asset_links.find(other.slug or "")

    def test_a_slug_is_given_once(self, books: Books):
        asset = add(books, plain())
        other = plain(slug=asset.slug)
        with pytest.raises(SlugTaken):
            add(books, other)
        with pytest.raises(NotFound):
            books.register.current(other.asset_id)
        assert versions(books, other) == []

    def test_a_keyword_is_given_once(self, books: Books):
        asset = add(books, an_asset())
        other = an_asset(keyword=asset.keyword)
        with pytest.raises(Conflict) as raised:
            add(books, other)
        assert (raised.value.code, raised.value.field) == ("keyword_taken", "keyword")
        third = add(books, plain())
        with pytest.raises(Conflict):
            change(books, replace(third, keyword=asset.keyword, version=2))
        assert books.assets.asset_of(asset.keyword or "") == asset.asset_id
        assert books.register.current(third.asset_id) == third

    def test_a_keyword_that_was_given_up_is_free_again(self, books: Books):
        asset, word = add(books, an_asset()), fresh("word").upper()
        change(books, replace(asset, keyword=word, version=2))
        other = add(books, an_asset(keyword=asset.keyword))
        assert books.assets.asset_of(asset.keyword or "") == other.asset_id
        assert books.assets.asset_of(word) == asset.asset_id
        change(books, replace(asset, keyword=None, version=3))
        add(books, an_asset(keyword=word))

    def test_a_change_leaves_the_keyword_and_the_link_where_they_are(self, books: Books):
        asset = add(books, an_asset())
        change(books, replace(asset, name="Door", version=2))
        assert books.assets.asset_of(asset.keyword or "") == asset.asset_id
        assert books.asset_links.find(asset.slug or "").asset_id == asset.asset_id

    def test_one_of_before_links_gets_its_first(self, books: Books):
        asset = add(books, plain(slug=None))
        slug = draw_slug()
        change(books, replace(asset, slug=slug, version=2))
        assert books.asset_links.find(slug) == AssetLink(slug=slug, asset_id=asset.asset_id)

    def test_a_first_link_that_is_another_s_is_refused(self, books: Books):
        other, asset = add(books, plain()), add(books, plain(slug=None))
        with pytest.raises(SlugTaken):
            change(books, replace(asset, slug=other.slug, version=2))
        assert books.register.current(asset.asset_id) == asset
