"""What a visitor of the shop sees, and what its pages allow."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from infra.local.gateway.shop.products import PRODUCTS, price
from tests.local.api import SITE, Api, Customer, shop_before

PAGES = ("/", "/menu", "/table", "/cart", "/products/masala-chai", "/nowhere", "/orders/SG-1")
HOSTILE = '"><script>alert(1)</script>'

Deed = Callable[[Customer], Awaitable[Any]]


@pytest.fixture
def in_the_shop(tmp_path):
    def run(deed: Deed, **stack: Any) -> Any:
        async def whole() -> Any:
            async with shop_before(Api(), tmp_path, **stack) as customer:
                return await deed(customer)

        return asyncio.run(whole())

    return run


@pytest.mark.parametrize("path", PAGES)
def test_every_page_holds_the_widget_s_one_line_and_nothing_that_its_policy_forbids(in_the_shop, path):
    _, text, answer = in_the_shop(lambda customer: customer.get(path))
    assert f'<script src="{SITE}/widget.js" data-asset="ast_widget" defer></script>' in text
    policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
    assert re.fullmatch(rf"'nonce-[\w-]{{20,}}' {SITE}", policy["script-src"])
    assert policy["style-src"] == policy["script-src"].removesuffix(f" {SITE}")
    assert policy["connect-src"] == f"'self' {SITE}"
    assert policy["default-src"] == "'none'"
    assert not re.search(r" style=| on\w+=|<style|javascript:", text)
    assert text.count("<script") == 1


def test_a_nonce_serves_one_answer_only(in_the_shop):
    async def twice(customer: Customer) -> set[str]:
        answers = [await customer.get("/"), await customer.get("/")]
        return {answer.headers["Content-Security-Policy"] for _, _, answer in answers}

    assert len(in_the_shop(twice)) == 2


def test_before_anything_is_deployed_the_shop_is_open_without_the_widget(in_the_shop):
    status, text, answer = in_the_shop(lambda customer: customer.get("/"), site="")
    assert (status, "<script" in text) == (200, False)
    assert "script-src 'nonce-" in answer.headers["Content-Security-Policy"]


def test_everything_that_is_sold_stands_on_the_first_page_with_its_price(in_the_shop):
    _, text, _ = in_the_shop(lambda customer: customer.get("/"))
    for product in PRODUCTS.values():
        assert product.name in text
        assert price(product.price) in text
        assert f'href="/products/{product.slug}"' in text


@pytest.mark.parametrize("slug", PRODUCTS)
def test_every_product_has_a_page_and_a_drawing_that_there_is(in_the_shop, slug):
    status, text, _ = in_the_shop(lambda customer: customer.get(f"/products/{slug}"))
    assert (status, PRODUCTS[slug].about in text.replace("&#x27;", "'")) == (200, True)
    drawn = set(re.findall(r'href="#(art-\w+)"', text))
    assert drawn <= set(re.findall(r'<symbol id="(art-\w+)"', text))


def test_the_menu_reports_itself_and_the_booking_button_reports_its_click(in_the_shop):
    _, menu, _ = in_the_shop(lambda customer: customer.get("/menu"))
    assert '<main id="main" data-twofold-viewed="menu">' in menu
    assert re.search(r'<a [^>]*data-twofold-viewed="booking-started">Book a table', menu)
    _, front, _ = in_the_shop(lambda customer: customer.get("/"))
    assert '<main id="main">' in front
    assert 'data-twofold-viewed="booking-started"' in front


def test_looking_around_leaves_no_cookie(in_the_shop):
    async def look(customer: Customer) -> int:
        for path in PAGES:
            await customer.get(path)
        return len(list(customer.client.cookie_jar))

    assert in_the_shop(look) == 0


@pytest.mark.parametrize("path", ["/products/nothing", "/orders/SG-1", f"/products/{HOSTILE}", "/cart/add"])
def test_what_is_not_there_is_told_on_a_page_of_the_shop(in_the_shop, path):
    status, text, _ = in_the_shop(lambda customer: customer.get(path.replace('"', "%22")))
    assert status == (405 if path == "/cart/add" else 404)
    assert "That did not work" in text
    assert HOSTILE not in text
