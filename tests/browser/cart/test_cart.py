"""What the script on a cart page tells of the code in it, and that nobody notices."""

import gzip

import pytest

from tests.browser.cart.till import ASSET, Customer

LARGEST = 3_000
"""Bytes as they travel, compressed."""

CODE = "BUF-7K2M-9QXW"


def test_it_is_one_small_file(scripts: dict[str, str]):
    assert len(gzip.compress(scripts["/cart.js"].encode(), 9)) <= LARGEST


@pytest.mark.parametrize("query", ["discount", "coupon", "coupon_code", "apply_coupon"])
def test_a_code_that_came_with_the_link_is_told(customer: Customer, query: str):
    customer.comes(f"/cart?{query}={CODE}&token=secret")
    (told,) = customer.told()
    assert (told.asset_id, told.code, told.amount) == (ASSET, CODE, None)
    assert told.url == f"{customer.shop.origin}/cart"
    assert told.cart_id.startswith("page-")


def test_the_same_is_told_once_however_often_the_page_is_opened(customer: Customer):
    for _ in range(3):
        customer.comes(f"/cart?discount={CODE}")
        # A page that is left before its answer came tells again; what is told twice changes nothing twice.
        customer.told()
    customer.comes("/cart?discount=OTHER-1")
    first, other = customer.told(2)
    assert (first.cart_id, other.code) == (other.cart_id, "OTHER-1")


def test_a_code_and_a_cart_that_shopify_keeps_in_cookies_are_told(customer: Customer):
    customer.has_cookies(discount_code=CODE, cart="Z2NwLWV1%3Fkey%3Dsecret")
    customer.comes()
    (told,) = customer.told()
    assert (told.code, told.cart_id) == (CODE, "Z2NwLWV1")


def test_without_a_code_nothing_is_told(customer: Customer):
    customer.comes("/cart?discount=")
    customer.told(0)
    assert customer.page.evaluate("localStorage.length") == 0


class TestSelectors:
    def test_a_code_that_the_page_shows_is_told_and_so_is_the_next(self, customer: Customer):
        customer.shop.attributes = 'data-code=".code" data-cart="c-1" data-amount="4290" data-currency="PLN"'
        customer.shop.body = f"<p class=code> {CODE} </p>"
        customer.comes("/cart?discount=IGNORED")
        (told,) = customer.told()
        assert (told.code, told.cart_id, told.amount, told.currency) == (CODE, "c-1", 4290, "PLN")
        customer.page.evaluate("document.querySelector('.code').textContent = 'NEXT-1'")
        assert customer.told(2)[1].code == "NEXT-1"

    def test_a_code_in_an_attribute_is_read_as_woocommerce_shows_it(self, customer: Customer):
        customer.shop.attributes = 'data-code="[data-coupon]"'
        customer.shop.body = '<th>Coupon: buf</th><a data-coupon="buf-7k2m">[Remove]</a>'
        customer.comes()
        assert customer.told()[0].code == "buf-7k2m"

    def test_what_is_half_typed_is_no_code_yet(self, customer: Customer):
        customer.shop.attributes = 'data-code="#code"'
        customer.shop.body = "<input id=code><p id=hint></p><button>Apply</button>"
        customer.comes()
        customer.page.locator("#code").press_sequentially("BUF-7", delay=20)
        customer.page.evaluate("document.querySelector('#hint').textContent = 'typing'")
        customer.page.wait_for_timeout(600)
        customer.told(0)
        customer.page.locator("#code").press_sequentially("K2M")
        customer.page.keyboard.press("Tab")
        assert customer.told()[0].code == "BUF-7K2M"

    def test_a_selector_that_is_none_is_no_trouble(self, customer: Customer):
        customer.shop.attributes = 'data-code=":::"'
        customer.comes()
        customer.told(0)
        assert customer.complaints == []


class TestShopsThatKnowBetter:
    def test_they_say_what_is_in_the_cart(self, customer: Customer):
        customer.comes()
        customer.says(
            code=CODE, cart_id="c-9", amount=1500, currency="JPY", url=f"{customer.shop.origin}/c/9"
        )
        (told,) = customer.told()
        assert (told.cart_id, told.amount, told.currency) == ("c-9", 1500, "JPY")
        assert told.url == f"{customer.shop.origin}/c/9"

    def test_a_new_amount_is_new(self, customer: Customer):
        customer.comes()
        for amount in (1500, 1500, 1700):
            customer.says(code=CODE, cart_id="c-9", amount=amount, currency="JPY")
            customer.page.wait_for_timeout(150)
        assert [told.amount for told in customer.told(2)] == [1500, 1700]

    @pytest.mark.parametrize("amount", [15.5, -1, "15", 2e12])
    def test_an_amount_that_is_none_is_left_out(self, customer: Customer, amount: object):
        customer.comes()
        customer.says(code=CODE, amount=amount, currency="EUR")
        (told,) = customer.told()
        assert (told.amount, told.currency) == (None, None)

    @pytest.mark.parametrize("code", ["", "x" * 101, 7, None])
    def test_what_can_be_no_code_is_not_told(self, customer: Customer, code: object):
        customer.comes()
        customer.says(code=code)
        customer.told(0)

    def test_after_an_order_the_next_cart_is_another(self, customer: Customer):
        customer.comes(f"/cart?coupon={CODE}")
        customer.told()
        customer.page.evaluate("twofold.cart(null)")
        customer.comes(f"/cart?coupon={CODE}")
        first, second = customer.told(2)
        assert first.cart_id != second.cart_id


class TestNobodyNotices:
    def test_a_page_with_a_strict_policy_lets_it_work(self, customer: Customer):
        customer.shop.nonce = 'nonce="abc"'
        policy = f"default-src 'none'; script-src 'nonce-abc'; connect-src {customer.api.origin}"
        customer.shop.headers = {"Content-Security-Policy": policy}
        customer.comes(f"/cart?discount={CODE}")
        customer.told()
        assert customer.complaints == []

    def test_a_page_that_lets_it_tell_nothing_does_not_suffer(self, customer: Customer):
        customer.shop.nonce = 'nonce="abc"'
        customer.shop.headers = {"Content-Security-Policy": "default-src 'none'; script-src 'nonce-abc'"}
        customer.comes(f"/cart?discount={CODE}")
        customer.told(0)
        assert customer.complaints == []

    @pytest.mark.parametrize("status", [None, 503, 429])
    def test_what_could_not_be_told_is_told_on_the_next_page(self, customer: Customer, status: int | None):
        customer.api.status = status
        customer.comes(f"/cart?discount={CODE}")
        customer.told(0)
        customer.api.status = 202
        customer.comes(f"/cart?discount={CODE}")
        customer.told()
        assert customer.complaints == []

    def test_what_was_refused_is_not_told_again(self, customer: Customer):
        customer.api.status = 403
        for _ in range(2):
            customer.comes(f"/cart?discount={CODE}")
            customer.told(0)
        assert customer.api.tries == 1

    def test_a_browser_that_forbids_storage_tells_all_the_same(self, customer: Customer):
        forbidden = "{ get() { throw new DOMException('no', 'SecurityError'); } }"
        customer.shop.head = f"<script>Object.defineProperty(window, 'localStorage', {forbidden});</script>"
        customer.comes(f"/cart?discount={CODE}")
        customer.told()
        customer.says()
        customer.told()
        assert customer.complaints == []

    def test_old_libraries_do_not_bend_what_it_tells(self, customer: Customer):
        customer.shop.head = (
            "<script>Array.prototype.toJSON = Object.prototype.toJSON = () => 'bent';</script>"
        )
        customer.comes(f"/cart?discount={CODE}")
        assert customer.told()[0].code == CODE

    def test_the_page_stays_as_it_was(self, customer: Customer):
        customer.shop.head = """<script>addEventListener("DOMContentLoaded", () => {
          window.changes = 0;
          new MutationObserver((all) => (changes += all.length))
            .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        });</script>"""
        customer.comes(f"/cart?discount={CODE}")
        customer.told()
        assert customer.page.evaluate("changes") == 0
        assert customer.page.evaluate("document.cookie") == ""

    def test_twice_on_a_page_it_tells_once(self, customer: Customer):
        customer.shop.more = (
            f'<script src="{customer.api.origin}/cart.js" data-asset="{ASSET}" defer></script>'
        )
        customer.comes(f"/cart?discount={CODE}")
        customer.told()

    @pytest.mark.parametrize("first", ["head", "more"])
    def test_it_stands_beside_the_widget(self, customer: Customer, first: str):
        line = f'<script src="{customer.api.origin}/widget.js" data-asset="ast_widget" defer></script>'
        setattr(customer.shop, first, line)
        customer.comes()
        customer.page.wait_for_load_state()
        kinds = customer.page.evaluate("[typeof twofold.open, typeof twofold.viewed, typeof twofold.cart]")
        assert kinds == ["function"] * 3
