"""An order spends its code over the API, once; or it says why it did not."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from infra.local.gateway.shop.products import price
from infra.local.gateway.shop.words import (
    CALLED_OFF,
    CANNOT_TELL,
    CHANGED,
    NOT_APPLIED,
    NOT_RETURNED,
    OTHER_CODE,
    lost,
)
from tests.local.api import PERCENT, Api, Customer, order_form, shop_before

GONE = "Your discount is gone:"

Deed = Callable[[Customer], Awaitable[Any]]


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
def in_the_shop(api, tmp_path):
    def run(deed: Deed) -> Any:
        async def whole() -> Any:
            async with shop_before(api, tmp_path) as customer:
                return await deed(customer)

        return asyncio.run(whole())

    return run


async def with_a_code(customer: Customer) -> dict[str, str]:
    """The form of a cart with one buffet and the code."""
    await customer.add("buffet-for-one")
    return order_form((await customer.get("/discount/BUF2345"))[1])


def orders(api: Api) -> list[tuple[str, str]]:
    return [asked for asked in api.asked if asked == ("POST", "/v1/orders")]


def test_an_order_spends_the_code_and_the_receipt_shows_what_it_took_off(in_the_shop, api):
    async def shop(customer: Customer) -> tuple[str, str, str]:
        form = await with_a_code(customer)
        return form["order"], await customer.order(form), (await customer.get("/cart"))[1]

    name, receipt, cart = in_the_shop(shop)
    assert f"Order {name}" in receipt
    assert price(7120) in receipt
    assert "Your code <code>BUF2345</code> was used" in receipt
    assert "Nothing in it yet" in cart
    assert "is applied" not in cart
    told = api.spent["BUF2345"]
    assert (told["order_id"], told["cart_id"], told["location"]) == (name, name, "market-square")
    assert (told["amount"], told["currency"]) == (7120, "PLN")
    (line,) = told["items"]
    assert (line["product_id"], line["amount"], line["quantity"]) == ("buffet-for-one", 8900, 1)
    assert orders(api) == [("POST", "/v1/orders")]


def test_an_order_without_a_code_asks_the_api_nothing(in_the_shop, api):
    async def shop(customer: Customer) -> str:
        return await customer.order(order_form(await customer.add("masala-chai")))

    assert price(3400) in in_the_shop(shop)
    assert not api.asked


def test_pressing_twice_orders_once(in_the_shop, api):
    async def shop(customer: Customer) -> list[str]:
        form = await with_a_code(customer)
        return list(await asyncio.gather(*(customer.order(form) for _ in range(4))))

    receipts = {re.sub(r"nonce-?=?[^ ]*", "", receipt).split("<main")[1] for receipt in in_the_shop(shop)}
    assert len(receipts) == 1
    assert "Thank you" in receipts.pop()
    assert len(orders(api)) == 1


def test_a_code_that_was_spent_meanwhile_orders_nothing_and_says_so(in_the_shop, api):
    async def shop(customer: Customer) -> tuple[str, str]:
        form = await with_a_code(customer)
        api.over["BUF2345"] = "redeemed"
        cart = await customer.order(form)
        return cart, await customer.order(order_form(cart))

    cart, receipt = in_the_shop(shop)
    assert f"{GONE} this code has already been used. Nothing was ordered" in cart
    assert price(7120) not in cart
    assert "Thank you" in receipt
    assert "was used" not in receipt


@pytest.mark.parametrize("looks_between", [False, True])
def test_a_second_press_never_orders_at_another_price_than_the_page_showed(in_the_shop, api, looks_between):
    async def shop(customer: Customer) -> str:
        form = await with_a_code(customer)
        api.over["BUF2345"] = "redeemed"
        await customer.order(form)
        if looks_between:
            await customer.add("masala-chai")
            await customer.post("/cart/change", product="masala-chai", count="0")
        return await customer.order(form)

    cart = in_the_shop(shop)
    assert f"{GONE} this code has already been used. Nothing was ordered" in cart
    assert "Thank you" not in cart
    assert len(orders(api)) == 1


def test_two_presses_at_once_order_nothing_and_each_says_why(in_the_shop, api):
    async def shop(customer: Customer) -> list[str]:
        form = await with_a_code(customer)
        api.over["BUF2345"] = "redeemed"
        return list(await asyncio.gather(customer.order(form), customer.order(form)))

    for cart in in_the_shop(shop):
        assert f"{GONE} this code has already been used. Nothing was ordered" in cart


def test_why_nothing_was_ordered_stays_until_something_is_done(in_the_shop, api):
    async def shop(customer: Customer) -> tuple[str, str]:
        form = await with_a_code(customer)
        api.over["BUF2345"] = "redeemed"
        await customer.order(form)
        return (await customer.get("/cart"))[1], await customer.add("masala-chai")

    again, later = in_the_shop(shop)
    assert GONE in again
    assert GONE not in later


def test_a_cart_that_another_tab_changed_is_shown_before_it_is_ordered(in_the_shop, api):
    async def shop(customer: Customer) -> list[str]:
        form = await with_a_code(customer)
        await customer.add("masala-chai")
        more = await customer.order(form)
        removed = order_form(more)
        await customer.post("/cart/code/removal")
        without = await customer.order(removed)
        api.codes["NEW2345"] = {**PERCENT, "value": 50}
        await customer.get("/discount/NEW2345")
        return [
            more,
            without,
            await customer.order(removed),
            await customer.order({"place": "Market Square 4"}),
        ]

    more, without, other, bare = in_the_shop(shop)
    assert CHANGED in more
    assert lost(NOT_APPLIED) in without
    assert OTHER_CODE in other
    assert CHANGED in bare
    assert not orders(api)


def test_when_the_answer_is_lost_pressing_again_gets_the_same_receipt(in_the_shop, api):
    async def shop(customer: Customer) -> tuple[str, str]:
        form = await with_a_code(customer)
        api.loses_answers = True
        lost = await customer.order(form)
        api.loses_answers = False
        return lost, await customer.order(form)

    lost, receipt = in_the_shop(shop)
    assert CANNOT_TELL in lost
    assert price(7120) in receipt
    assert len(orders(api)) == 2
    assert len(api.told) == 1
    assert not api.refunds


def test_a_cart_that_changed_after_a_lost_answer_calls_that_order_off_and_asks_for_the_code_again(
    in_the_shop, api
):
    async def shop(customer: Customer) -> tuple[str, str]:
        await with_a_code(customer)
        api.loses_answers = True
        form = order_form(await customer.add("masala-chai"))
        await customer.order(form)
        api.loses_answers = False
        changed = await customer.order(order_form(await customer.add("masala-chai")))
        again = (await customer.post("/cart/code", code="BUF2345"))[1]
        return changed, await customer.order(order_form(again))

    changed, receipt = in_the_shop(shop)
    assert lost(CALLED_OFF) in changed
    assert "Thank you" in receipt
    first, second = api.told
    assert list(api.refunds) == [first]
    assert api.spent["BUF2345"]["order_id"] == second


def test_an_order_whose_code_was_no_good_is_called_off_where_it_was_told(in_the_shop, api):
    async def shop(customer: Customer) -> str:
        form = await with_a_code(customer)
        api.over["BUF2345"] = "minimum_not_met"
        return await customer.order(form)

    assert f"{GONE} this code asks for a larger order. Nothing was ordered" in in_the_shop(shop)
    assert api.refunds.keys() == api.told.keys()
    assert not api.held


def test_what_is_returned_frees_the_code_once_and_its_page_says_so(in_the_shop, api):
    async def shop(customer: Customer) -> tuple[str, str, str]:
        form = await with_a_code(customer)
        placed, back = await customer.order(form), f"/orders/{form['order']}/return"
        returned = [(await customer.post(back))[1] for _ in range(2)][-1]
        await with_a_code(customer)
        return placed, returned, (await customer.get(f"/orders/{form['order']}"))[1]

    placed, *returned = in_the_shop(shop)
    assert "Return it" in placed
    for page in returned:
        assert "<h1>Returned</h1>" in page
        assert "Your code <code>BUF2345</code> is free again" in page
        assert "Return it" not in page
        assert "To pay" not in page
    (name,) = api.told
    assert api.refunds == {name: {"refund_id": "whole", "reason": "returned by the customer"}}
    assert len([asked for asked in api.asked if asked[1].endswith("/refunds")]) == 1


def test_an_order_without_a_code_is_returned_without_asking_anybody(in_the_shop, api):
    async def shop(customer: Customer) -> str:
        form = order_form(await customer.add("masala-chai"))
        await customer.order(form)
        return (await customer.post(f"/orders/{form['order']}/return"))[1]

    page = in_the_shop(shop)
    assert "<h1>Returned</h1>" in page
    assert "free again" not in page
    assert not api.asked


def test_a_return_that_nobody_noted_says_so_and_can_be_tried_again(in_the_shop, api):
    async def shop(customer: Customer) -> tuple[str, str]:
        form = await with_a_code(customer)
        await customer.order(form)
        back, api.down = f"/orders/{form['order']}/return", True
        refused = (await customer.post(back))[1]
        api.down = False
        return refused, (await customer.post(back))[1]

    refused, returned = in_the_shop(shop)
    assert NOT_RETURNED in refused
    assert "Return it" in refused
    assert "<h1>Returned</h1>" in returned


def test_nobody_returns_the_order_of_another_browser(in_the_shop, api):
    async def shop(customer: Customer) -> int:
        form = await with_a_code(customer)
        await customer.order(form)
        customer.client.cookie_jar.clear()
        return (await customer.post(f"/orders/{form['order']}/return"))[0]

    assert in_the_shop(shop) == 404
    assert not api.refunds


def test_a_free_item_takes_no_money_off_and_comes_with_the_order(in_the_shop, api):
    api.codes["BUF2345"] = {"title": "A free <chai>", "kind": "item", "value": 0}

    async def shop(customer: Customer) -> str:
        return await customer.order(await with_a_code(customer))

    receipt = in_the_shop(shop)
    assert "A free &lt;chai&gt;" in receipt
    assert "free, with your order" in receipt
    assert price(8900) in receipt


def test_an_order_is_shown_to_whoever_made_it_and_to_nobody_else(in_the_shop):
    async def shop(customer: Customer) -> tuple[int, int]:
        form = await with_a_code(customer)
        await customer.order(form)
        name = form["order"]
        own = (await customer.get(f"/orders/{name}"))[0]
        customer.client.cookie_jar.clear()
        return own, (await customer.get(f"/orders/{name}"))[0]

    assert in_the_shop(shop) == (200, 404)


def test_nothing_is_ordered_from_an_empty_cart_or_to_a_place_that_is_not_ours(in_the_shop, api):
    async def shop(customer: Customer) -> tuple[str, int, str]:
        nothing = await customer.order({"order": "SG-1", "place": "Market Square 4"})
        await with_a_code(customer)
        status, text, _ = await customer.post("/orders", order="SG-1", place="Elsewhere 1")
        return nothing, status, text

    nothing, status, text = in_the_shop(shop)
    assert "Your cart" in nothing
    assert (status, "place:" in text) == (400, True)
    assert not orders(api)
