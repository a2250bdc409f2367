"""An order spends its code over the API, once; or it says why it did not."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from infra.local.gateway.shop.products import price
from infra.local.gateway.shop.words import CANNOT_TELL
from tests.local.api import Api, Customer, shop_before

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


async def with_a_code(customer: Customer) -> str:
    """A cart with one buffet and the code; its order's id."""
    cart = await customer.add("buffet-for-one")
    await customer.get("/discount/BUF2345")
    return order_id(cart)


def order_id(cart: str) -> str:
    found = re.search(r'name="order" value="(.*?)"', cart)
    assert found
    return found[1]


def redemptions(api: Api) -> list[tuple[str, str, str | None]]:
    return [asked for asked in api.asked if asked[0] == "POST"]


def test_an_order_spends_the_code_and_the_receipt_shows_what_it_took_off(in_the_shop, api):
    async def shop(customer: Customer) -> tuple[str, str, str]:
        name = await with_a_code(customer)
        return name, await customer.order(name), (await customer.get("/cart"))[1]

    name, receipt, cart = in_the_shop(shop)
    assert f"Order {name}" in receipt
    assert price(7120) in receipt
    assert "Your code <code>BUF2345</code> was used" in receipt
    assert "Nothing in it yet" in cart
    assert "is applied" not in cart
    assert api.spent["BUF2345"]["order_id"] == name
    assert api.spent["BUF2345"]["amount"] == 8900
    assert api.spent["BUF2345"]["currency"] == "PLN"
    assert redemptions(api) == [("POST", "/v1/codes/BUF2345/redemptions", f"{name}/8900/Market Square 4")]


def test_an_order_without_a_code_asks_the_api_nothing(in_the_shop, api):
    async def shop(customer: Customer) -> str:
        return await customer.order(order_id(await customer.add("masala-chai")))

    assert price(3400) in in_the_shop(shop)
    assert not api.asked


def test_pressing_twice_orders_once(in_the_shop, api):
    async def shop(customer: Customer) -> list[str]:
        name = await with_a_code(customer)
        return list(await asyncio.gather(*(customer.order(name) for _ in range(4))))

    receipts = {re.sub(r"nonce-?=?[^ ]*", "", receipt).split("<main")[1] for receipt in in_the_shop(shop)}
    assert len(receipts) == 1
    assert "Thank you" in receipts.pop()
    assert len(redemptions(api)) == 1


def test_a_code_that_was_spent_meanwhile_orders_nothing_and_says_so(in_the_shop, api):
    async def shop(customer: Customer) -> tuple[str, str]:
        name = await with_a_code(customer)
        api.over["BUF2345"] = "redeemed"
        return await customer.order(name), await customer.order(name)

    cart, receipt = in_the_shop(shop)
    assert "This code has already been used. Nothing was ordered" in cart
    assert price(7120) not in cart
    assert "Thank you" in receipt
    assert "was used" not in receipt


def test_when_the_answer_is_lost_pressing_again_gets_the_same_receipt(in_the_shop, api):
    async def shop(customer: Customer) -> tuple[str, str]:
        name = await with_a_code(customer)
        api.loses_answers = True
        lost = await customer.order(name)
        api.loses_answers = False
        return lost, await customer.order(name)

    lost, receipt = in_the_shop(shop)
    assert CANNOT_TELL in lost
    assert price(7120) in receipt
    first, second = redemptions(api)
    assert first == second


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
        name = await with_a_code(customer)
        await customer.order(name)
        own = (await customer.get(f"/orders/{name}"))[0]
        customer.client.cookie_jar.clear()
        return own, (await customer.get(f"/orders/{name}"))[0]

    assert in_the_shop(shop) == (200, 404)


def test_nothing_is_ordered_from_an_empty_cart_or_to_a_place_that_is_not_ours(in_the_shop, api):
    async def shop(customer: Customer) -> tuple[str, int, str]:
        nothing = await customer.order("SG-1")
        await with_a_code(customer)
        status, text, _ = await customer.post("/orders", order="SG-1", place="Elsewhere 1")
        return nothing, status, text

    nothing, status, text = in_the_shop(shop)
    assert "Your cart" in nothing
    assert (status, "place:" in text) == (400, True)
    assert not redemptions(api)
