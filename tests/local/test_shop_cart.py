"""The cart: counts, forms that are none of ours, and codes by hand and by link."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from html import escape
from typing import Any
from urllib.parse import quote

import pytest
from yarl import URL

from infra.local.gateway.shop.application import TOO_LARGE
from infra.local.gateway.shop.basket import MOST as MOST_OF_ONE
from infra.local.gateway.shop.basket import Basket
from infra.local.gateway.shop.products import price
from infra.local.gateway.shop.sessions import COOKIE, MOST, Sessions
from infra.local.gateway.shop.till import LONGEST
from infra.local.gateway.shop.words import NO_CODE, NOT_NOW, kept_for
from tests.local.api import Api, Customer, shop_before

Deed = Callable[[Customer], Awaitable[Any]]


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
def in_the_shop(api, tmp_path):
    def run(deed: Deed, **stack: Any) -> Any:
        async def whole() -> Any:
            async with shop_before(api, tmp_path, **stack) as customer:
                return await deed(customer)

        return asyncio.run(whole())

    return run


def sums(cart: str) -> dict[str, str]:
    return dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", cart))


def test_what_is_put_in_twice_is_there_twice_and_costs_twice(in_the_shop):
    async def shop(customer: Customer) -> str:
        await customer.add("masala-chai")
        await customer.add("masala-chai")
        return await customer.add("everyday-box", 2)

    assert sums(in_the_shop(shop))["To pay"] == price(2 * 3400 + 2 * 6400)


def test_more_and_less_change_the_count_and_none_takes_the_thing_out(in_the_shop):
    async def shop(customer: Customer) -> list[str]:
        await customer.add("masala-chai")
        return [(await customer.post("/cart/change", product="masala-chai", count=n))[1] for n in "30"]

    three, none = in_the_shop(shop)
    assert sums(three)["To pay"] == price(3 * 3400)
    assert "Nothing in it yet" in none


def test_there_is_a_most_of_one_thing_however_often_it_is_added(in_the_shop):
    async def shop(customer: Customer) -> str:
        await customer.add("masala-chai", MOST_OF_ONE)
        return await customer.add("masala-chai", MOST_OF_ONE)

    assert sums(in_the_shop(shop))["To pay"] == price(MOST_OF_ONE * 3400)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"product": "gold", "count": "1"}, "product:"),
        ({"count": "1"}, "product:"),
        *(
            ({"product": "masala-chai", "count": n}, "count:")
            for n in ("0", "-1", "21", "1e3", "٣", "9" * 400)
        ),
    ],
)
def test_a_form_that_cannot_be_meant_is_refused_by_the_field_s_name(in_the_shop, fields, field):
    status, text, _ = in_the_shop(lambda customer: customer.post("/cart/add", **fields))
    assert (status, field in text) == (400, True)


def test_a_form_larger_than_any_of_ours_is_refused(in_the_shop):
    status, text, _ = in_the_shop(lambda customer: customer.post("/cart/code", code="A" * 5000))
    assert (status, TOO_LARGE in text) == (413, True)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{}", "application/json"),
        (b"product=%ff", "application/x-www-form-urlencoded"),
        (b"product=masala-chai", "application/x-www-form-urlencoded; charset=nonsense"),
    ],
)
def test_what_no_form_of_ours_sends_changes_nothing_and_breaks_nothing(in_the_shop, body, kind):
    async def shop(customer: Customer) -> int:
        async with customer.client.post(
            f"{customer.shop}/cart/add", data=body, headers={"Content-Type": kind}
        ) as answer:
            return answer.status

    assert in_the_shop(shop) == 400


def test_a_page_of_somebody_else_cannot_fill_the_cart(in_the_shop):
    async def shop(customer: Customer) -> int:
        address, fields = f"{customer.shop}/cart/add", {"product": "masala-chai"}
        async with customer.client.post(
            address, data=fields, headers={"Origin": "https://x.example"}
        ) as answer:
            return answer.status

    assert in_the_shop(shop) == 400


def test_two_browsers_have_two_carts_and_nobody_is_given_an_id_they_made_up(in_the_shop):
    async def shop(customer: Customer) -> tuple[str, str, str]:
        await customer.add("masala-chai")
        own = next(iter(customer.client.cookie_jar)).value
        customer.client.cookie_jar.clear()
        customer.client.cookie_jar.update_cookies({COOKIE: "mine"}, URL(customer.shop))
        other = await customer.add("saffron-gram")
        return own, next(iter(customer.client.cookie_jar)).value, sums(other)["To pay"]

    own, given, to_pay = in_the_shop(shop)
    assert given not in (own, "mine")
    assert to_pay == price(4200)


def test_only_the_carts_used_last_are_kept():
    sessions = Sessions()

    class Request:
        cookies: dict[str, str] = {}  # noqa: RUF012

    class Answer:
        def set_cookie(self, name, value, **options):
            assert options == {"httponly": True, "samesite": "Lax", "path": "/"}

    baskets: list[Basket] = [sessions.open(Request(), Answer()) for _ in range(MOST + 1)]  # type: ignore[arg-type]
    assert len(sessions.baskets) == MOST
    assert baskets[0] not in sessions.baskets.values()
    assert baskets[-1] in sessions.baskets.values()


@pytest.mark.parametrize("typed", ["BUF2345", "buf2345", " buf-23 45 "])
def test_a_code_typed_by_hand_takes_off_what_the_api_says(in_the_shop, typed):
    async def shop(customer: Customer) -> str:
        await customer.add("buffet-for-one")
        return (await customer.post("/cart/code", code=typed))[1]

    cart = in_the_shop(shop)
    assert sums(cart) == {
        "Sum": price(8900),
        "20 % off your first buffet": f"−{price(1780)}",
        "To pay": price(7120),
    }
    assert "Your code <code>BUF2345</code> is applied" in cart


def test_a_code_s_link_leads_to_the_cart_with_the_code_applied(in_the_shop):
    async def shop(customer: Customer) -> tuple[str, str, str]:
        _, empty, answer = await customer.get("/discount/buf2345?tf_visit=vst_1&utm_source=sms")
        return empty, str(answer.url.relative()), await customer.add("buffet-for-one")

    empty, address, cart = in_the_shop(shop)
    assert address == "/cart?tf_visit=vst_1&utm_source=sms"
    assert "is applied" in empty
    assert sums(cart)["To pay"] == price(7120)


def test_a_preview_of_the_link_applies_nothing(in_the_shop, api):
    async def preview(customer: Customer) -> int:
        async with customer.client.head(f"{customer.shop}/discount/BUF2345") as answer:
            return answer.status

    assert in_the_shop(preview) == 405
    assert not api.asked


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("NONE234", "We do not know this code"),
        ("OLD2345", "This code has expired"),
        ("GONE234", "This code was withdrawn"),
        ("USED234", "This code has already been used"),
        ("ODD2345", "This code is not good here"),
        ("TAKEN34", "This code is in another cart"),
        ("EARLY34", "This code is not good yet"),
        ("SMALL34", "This code asks for a larger order"),
        ("MORE234", "You have used another code of this offer already"),
        ("LAST234", "This offer is used up"),
    ],
)
def test_a_code_that_is_no_good_is_told_in_plain_words_and_once(in_the_shop, api, code, said):
    api.over = {"OLD2345": "expired", "GONE234": "revoked", "USED234": "redeemed", "ODD2345": "melted"}
    api.over |= {"TAKEN34": "reserved", "EARLY34": "not_yet_valid", "SMALL34": "minimum_not_met"}
    api.over |= {"MORE234": "lead_already_redeemed", "LAST234": "campaign_used_up"}
    api.codes |= dict.fromkeys(api.over, api.codes["BUF2345"])

    async def shop(customer: Customer) -> tuple[str, str]:
        await customer.add("buffet-for-one")
        return (await customer.get(f"/discount/{code}"))[1], (await customer.get("/cart"))[1]

    told, later = in_the_shop(shop)
    assert re.search(rf'role="alert"><q>{code}</q>\s+{said}', told)
    assert f'value="{code}"' in told
    assert sums(told)["To pay"] == price(8900)
    assert said not in later


def test_a_wrong_code_leaves_the_right_one_where_it_is(in_the_shop):
    async def shop(customer: Customer) -> str:
        await customer.add("buffet-for-one")
        await customer.post("/cart/code", code="BUF2345")
        return (await customer.get("/discount/NONE234"))[1]

    cart = in_the_shop(shop)
    assert "We do not know this code" in cart
    assert sums(cart)["To pay"] == price(7120)


def test_a_code_can_be_taken_off_again(in_the_shop, api):
    async def shop(customer: Customer) -> str:
        await customer.add("buffet-for-one")
        await customer.get("/discount/BUF2345")
        return (await customer.post("/cart/code/removal"))[1]

    assert sums(in_the_shop(shop)) == {"To pay": price(8900)}
    assert not api.held


def test_a_code_in_one_cart_is_kept_from_every_other_until_it_is_taken_out(in_the_shop, api):
    async def shop(customer: Customer) -> list[str]:
        first = (await customer.get("/discount/BUF2345"))[1]
        own = {cookie.key: cookie.value for cookie in customer.client.cookie_jar}
        customer.client.cookie_jar.clear()
        refused = (await customer.get("/discount/BUF2345"))[1]
        customer.client.cookie_jar.clear()
        customer.client.cookie_jar.update_cookies(own, URL(customer.shop))
        await customer.post("/cart/code/removal")
        customer.client.cookie_jar.clear()
        return [first, refused, (await customer.get("/discount/BUF2345"))[1]]

    first, refused, later = in_the_shop(shop)
    assert "Kept for this cart for 30 more minutes." in first
    assert "This code is in another cart. Take it out there" in refused
    assert "is applied" not in refused
    assert "is applied" in later


def test_another_code_in_the_cart_lets_the_one_before_go(in_the_shop, api):
    api.codes["NEW2345"] = api.codes["BUF2345"]

    async def shop(customer: Customer) -> None:
        await customer.get("/discount/BUF2345")
        await customer.get("/discount/BUF2345")
        assert list(api.held) == ["BUF2345"]
        await customer.get("/discount/NEW2345")

    in_the_shop(shop)
    assert list(api.held) == ["NEW2345"]


def test_taking_a_code_out_needs_no_answer(in_the_shop, api):
    async def shop(customer: Customer) -> str:
        await customer.get("/discount/BUF2345")
        api.down = True
        return (await customer.post("/cart/code/removal"))[1]

    assert "is applied" not in in_the_shop(shop)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1800, "for 30 more minutes"),
        (61, "for 2 more minutes"),
        (60, "for 1 more minute."),
        (1, "for 1 more minute."),
        (0, "No longer kept"),
        (-5, "No longer kept"),
    ],
)
def test_the_cart_says_how_long_the_code_is_kept(seconds, said):
    assert said in kept_for(timedelta(seconds=seconds))


@pytest.mark.parametrize(
    "code",
    [
        '<script>alert("1")</script>',
        "../../v1/leads",
        "A/B",
        "A?b=c#d",
        "ünïcode",
        "$widget",
        "\x00",
        "A" * 500,
    ],
)
def test_a_hostile_code_is_shown_as_text_and_asks_nobody(in_the_shop, api, code):
    async def shop(customer: Customer) -> list[str]:
        by_link = (await customer.get(f"/discount/{quote(code, safe='')}"))[1]
        return [by_link, (await customer.post("/cart/code", code=code))[1]]

    for cart in in_the_shop(shop):
        assert escape(NO_CODE) in cart
        assert escape(code[:LONGEST]) in cart
        assert cart.count("<script") == 1
    assert not api.asked


@pytest.mark.parametrize(
    "stack", [{}, {"keys": {}}, {"keys": {"all": "another"}}, {"api": "http://127.0.0.1:9"}]
)
def test_when_the_api_cannot_be_asked_the_cart_stays_and_says_so(in_the_shop, api, stack):
    api.down = not stack

    async def shop(customer: Customer) -> str:
        await customer.add("buffet-for-one")
        return (await customer.post("/cart/code", code="BUF2345"))[1]

    cart = in_the_shop(shop, **stack)
    assert NOT_NOW in cart
    assert 'value="BUF2345"' in cart
    assert sums(cart)["To pay"] == price(8900)
