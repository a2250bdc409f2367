"""What a cart's page tells can do no harm, and tells nothing back."""

from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.samples import ANNA, BEN, PASSER_BY, SHOP, WIDGET
from tests.fakes.shop import Mortal, Shop, a_cart
from twofold.contracts.errors import Forbidden, InvalidRequest, NotFound, TooMany
from twofold.contracts.payloads.orders import CodeInCart, CodeInCartTaken
from twofold.contracts.settings import LimitSettings
from twofold.orders.model import NO_CURRENCY
from twofold.visits.visitor import Visitor

GUEST = replace(PASSER_BY, origin=SHOP)


def tell(shop: Shop, code: str, visitor: Visitor = GUEST, **fields: Any) -> CodeInCartTaken:
    asked: dict[str, Any] = {
        "asset_id": WIDGET.asset_id,
        "cart_id": "cart-1",
        "amount": 5_000,
        "currency": "PLN",
    }
    return shop.code_in_cart(CodeInCart(code=code, **{**asked, **fields}), visitor)


class Listened:
    """A port's calls, by name."""

    def __init__(self, port: Any, heard: list[str]) -> None:
        self.port, self.heard = port, heard

    def __getattr__(self, name: str) -> Any:
        self.heard.append(name)
        return getattr(self.port, name)


def test_a_leads_code_makes_the_cart_theirs(shop: Shop):
    code = shop.world.code()
    assert tell(shop, code, url=f"{SHOP}/cart") == CodeInCartTaken(cart_id="cart-1")
    cart = shop.books.carts.find("cart-1")
    assert cart
    assert (cart.lead_id, cart.code, cart.source) == (shop.world.lead_id(), code, "page")
    assert (cart.amount, cart.url) == (5_000, f"{SHOP}/cart")
    (told,) = shop.told("cart.updated.v1")
    assert (told.source, told.code) == ("page", code)


def test_a_page_that_does_not_know_the_amount_may_leave_it_out(shop: Shop):
    tell(shop, shop.world.code(), amount=None, currency=None)
    (told,) = shop.told("cart.updated.v1")
    assert (told.amount, told.currency) == (0, NO_CURRENCY)


def test_an_unknown_code_leaves_nothing_and_gets_the_same_answer(shop: Shop):
    known, unknown = tell(shop, shop.world.code()), tell(shop, "NEVER", cart_id="cart-2")
    assert (known.cart_id, unknown.cart_id) == ("cart-1", "cart-2")
    assert shop.books.carts.find("cart-2") is None


def test_any_code_is_answered_after_the_same_calls(shop: Shop):
    heard: list[str] = []
    for part in (shop.code_in_cart.book, shop.code_in_cart.codes, shop.code_in_cart.match.leads):
        assert isinstance(part, Mortal)
        part.port = Listened(part.port, heard)
    ways = []
    for code in (shop.world.code(), shop.world.code(), "NEVER"):
        heard.clear()
        tell(shop, code)
        ways.append([{"keep": "write", "charge": "write"}.get(name, name) for name in heard])
    assert ways[0] == ways[1] == ways[2] == ["find", "lead", "find", "write"]


def test_a_page_cannot_touch_a_cart_that_the_shop_told_of(shop: Shop):
    mine, theirs = shop.world.code(ANNA), shop.world.code(BEN)
    shop.take_cart(a_cart(code=theirs, url=f"{SHOP}/checkout/secret"))
    before = shop.books.carts.find("cart-1")
    tell(shop, mine)
    assert shop.books.carts.find("cart-1") == before
    assert not shop.told("cart.updated.v1", ANNA)


def test_a_cart_that_becomes_anothers_takes_no_address_along(shop: Shop):
    tell(shop, shop.world.code(BEN), url=f"{SHOP}/cart/ben")
    tell(shop, shop.world.code(ANNA))
    cart = shop.books.carts.find("cart-1")
    assert cart
    assert (cart.lead_id, cart.url) == (shop.world.lead_id(ANNA), None)


def test_the_shop_may_take_over_a_cart_that_a_page_told_of(shop: Shop):
    code = shop.world.code()
    tell(shop, code)
    shop.take_cart(a_cart(code=code, amount=7_000))
    cart = shop.books.carts.find("cart-1")
    assert cart
    assert (cart.source, cart.amount) == ("api", 7_000)


def test_nobody_is_sent_into_a_cart_because_a_page_said_that_it_is_theirs(shop: Shop):
    tell(shop, shop.world.code(ANNA))
    for amount in (7_000, 8_000):
        shop.take_cart(a_cart(amount=amount, url=f"{SHOP}/checkout/secret"))
        cart = shop.books.carts.find("cart-1")
        assert cart
        assert (cart.source, cart.amount, cart.lead_id) == ("page", amount, shop.world.lead_id(ANNA))
        assert cart.url is None
    assert shop.order(cart_id="cart-1").matched_by == "cart"


def test_once_the_shop_names_the_owner_the_cart_is_the_shops(shop: Shop):
    tell(shop, shop.world.code(ANNA))
    shop.take_cart(a_cart(code=shop.world.code(BEN), url=f"{SHOP}/checkout/secret"))
    cart = shop.books.carts.find("cart-1")
    assert cart
    assert (cart.source, cart.lead_id) == ("api", shop.world.lead_id(BEN))
    assert cart.url == f"{SHOP}/checkout/secret"


def test_an_ordered_cart_stays_ordered(shop: Shop):
    code = shop.world.code()
    tell(shop, code)
    shop.order(cart_id="cart-1", codes=(code,))
    tell(shop, code, amount=9_000)
    cart = shop.books.carts.find("cart-1")
    assert cart
    assert (cart.state, cart.amount) == ("ordered", 5_000)


def test_a_code_of_who_was_erased_is_as_good_as_none(shop: Shop):
    code = shop.world.code()
    shop.world.books.upkeep.mark_lead(shop.world.lead_id(), "erased")
    tell(shop, code)
    assert shop.books.carts.find("cart-1") is None


@pytest.mark.parametrize("code", ["known", "NEVER"])
def test_a_network_tells_only_so_much(world, code: str):
    world.limits = LimitSettings(visits_10min=2)
    shop = Shop(world)
    typed = world.code() if code == "known" else code
    for _ in range(2):
        tell(shop, typed)
    with pytest.raises(TooMany) as raised:
        tell(shop, typed)
    assert 0 < raised.value.retry_after <= 600
    tell(shop, typed, replace(GUEST, address="198.51.100.7"))


def test_a_trusted_network_is_not_counted(world):
    world.limits = LimitSettings(visits_10min=1, trusted_networks=("203.0.113.0/24",))
    shop = Shop(world)
    for code in (world.code(), "NEVER", "NEVER"):
        tell(shop, code)


def test_foreign_pages_and_unknown_assets_are_refused(shop: Shop):
    with pytest.raises(Forbidden):
        tell(shop, "NEVER", replace(GUEST, origin="https://evil.example"))
    with pytest.raises(NotFound):
        tell(shop, "NEVER", asset_id="ast_none")


@pytest.mark.parametrize(
    "url",
    ["https://evil.example/cart", "javascript:alert(1)", f"{SHOP}.evil.example/", "//x", "https://[", "x"],
)
def test_a_cart_goes_on_only_on_the_shops_own_pages(shop: Shop, url: str):
    with pytest.raises(InvalidRequest) as raised:
        tell(shop, "NEVER", url=url)
    assert (raised.value.code, raised.value.field) == ("url_not_allowed", "url")


@pytest.mark.parametrize("cart_id", ["shopify:a.example:7", "woocommerce:b.example:7"])
def test_a_page_cannot_name_a_cart_of_a_shop_system(shop: Shop, cart_id: str):
    with pytest.raises(InvalidRequest) as raised:
        tell(shop, "NEVER", cart_id=cart_id)
    assert (raised.value.code, raised.value.field) == ("id_of_a_shop", "cart_id")
