"""Who may tell us of orders."""

import pytest

from tests.fakes.shop_posts import SHOP, SHOPIFY_SECRET, SIGNED, WOO_SECRET, sample
from twofold.adapters.shops.shopify import ShopifyCallbacks
from twofold.adapters.shops.signature import ShopKey, read_bound_lines, read_lines, verify
from twofold.adapters.shops.woocommerce import WooCommerceCallbacks
from twofold.contracts.errors import Unavailable, Untrusted
from twofold.entrypoints.bodies import parse

BODY = b'{"id":1}'
# printf '{"id":1}' | openssl dgst -sha256 -hmac hush -binary | base64
BY_OPENSSL = "VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY="


def test_a_signature_is_what_openssl_makes_of_it():
    verify([ShopKey(b"hush")], BODY, BY_OPENSSL)


@pytest.mark.parametrize(
    "given", ["", " ", BY_OPENSSL + " ", BY_OPENSSL.rstrip("="), "ż", "\ud800", "=" * 9000]
)
def test_nothing_else_holds(given: str):
    with pytest.raises(Untrusted):
        verify([ShopKey(b"hush")], BODY, given)


@pytest.mark.parametrize("name", SIGNED)
def test_the_samples_hold_and_hold_for_no_other_secret(name: str):
    sample(name).read()
    with pytest.raises(Untrusted):
        sample(name).signed(b"another").read()


@pytest.mark.parametrize("name", SIGNED)
def test_an_unsigned_webhook_is_refused(name: str):
    told = sample(name)
    bare = {header: value for header, value in told.headers.items() if header != told.signature}
    with pytest.raises(Untrusted):
        type(told)(name, bare, told.raw).read()


@pytest.mark.parametrize("secret", [SHOPIFY_SECRET, b"the new one"])
def test_while_a_secret_is_changed_both_hold(secret: bytes):
    both = "the new one\n  client-secret-of-the-tests \r\n\n"
    keys = tuple(ShopKey(key.secret) for key in read_lines(both))
    told = sample("shopify_orders_create").signed(secret)
    assert ShopifyCallbacks(keys=lambda: keys, parse=parse).read(told.headers, told.raw)


def test_a_secret_of_woocommerce_may_hold_spaces():
    """Those that it makes up itself do: wp_generate_password with extra special characters."""
    told = sample("woocommerce_order_updated").signed(WOO_SECRET)
    lines = "0x {~|} <q>\n" + WOO_SECRET.decode() + "\n"
    assert WooCommerceCallbacks(keys=lambda: read_lines(lines), parse=parse).read(told.headers, told.raw)


def test_a_secret_that_is_for_one_shop_does_not_sign_for_another():
    keys = read_bound_lines(f"other.myshopify.com abc\n{SHOP.upper()} def\nghi\n")
    assert keys == (ShopKey(b"abc", "other.myshopify.com"), ShopKey(b"def", SHOP), ShopKey(b"ghi"))
    shops = ShopifyCallbacks(keys=lambda: keys, parse=parse)
    told = sample("shopify_orders_create")
    for secret, believed in ((b"abc", False), (b"def", True), (b"ghi", True)):
        signed = told.signed(secret)
        if believed:
            assert shops.read(signed.headers, signed.raw)
        else:
            with pytest.raises(Untrusted):
                shops.read(signed.headers, signed.raw)


@pytest.mark.parametrize("read", [read_lines, read_bound_lines])
@pytest.mark.parametrize("text", ["", " \n\r\n\t"])
def test_an_empty_secret_signs_nothing(read, text: str):
    with pytest.raises(Unavailable):
        read(text)


def test_a_line_that_says_too_much_is_no_secret():
    with pytest.raises(Unavailable):
        read_bound_lines("a.myshopify.com b.myshopify.com abc")
