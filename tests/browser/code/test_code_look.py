"""For everybody: without scripts, by night, from right to left, for a scanner and for axe."""

import io

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from infra.artefacts import ROOT
from tests.browser.chromium import SIZES
from tests.browser.code.customer import Customer
from tests.fakes.code_pages import CODE, bad, status
from tests.fakes.samples import BUFFET
from twofold.contracts.payloads.codes import CodeTerms

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
LATER = "2099-12-22T09:00:00Z"
TERMS = CodeTerms(minimum=4_000, currency="EUR", products=("p",), places=("vienna-1", "graz"), uses_left=3)
FULL = status(expires_at=LATER, terms=TERMS)
STATES = {
    "good": FULL,
    "again": status(state="rolled_back", expires_at=LATER),
    "reserved": bad("reserved", expires_at=LATER),
    "redeemed": bad("redeemed"),
    "expired": bad("expired"),
}
SHOP = "https://shop.example/discount/{code}"


def faults(customer: Customer) -> list[str]:
    customer.page.evaluate(AXE)
    broken: list[str]
    broken, passed = customer.page.evaluate(
        "axe.run().then(({ violations, passes }) => [violations.flatMap(({ id, nodes }) => "
        "nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`)), passes.length])"
    )
    assert passed > 5, "axe looked at nothing"
    return broken


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", sorted(STATES))
def test_axe_finds_nothing_in_any_state(window, site, name: str, scheme: str):
    site.status, site.campaign = STATES[name], {"apply_url": SHOP}
    size = SIZES["phone" if scheme == "light" else "desktop"]
    with Customer.with_a(window, site, **size, color_scheme=scheme, bypass_csp=True) as customer:
        customer.comes()
        assert faults(customer) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_scanner_reads_the_code_from_the_screen_by_day_and_by_night(window, site, scheme: str):
    with Customer.with_a(window, site, color_scheme=scheme, device_scale_factor=2) as customer:
        customer.comes()
        shot = customer.page.screenshot()
    # Dark on light, as the oldest scanner wants it.
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(shot)), try_invert=False)
    assert found.text == CODE


def test_everything_is_there_without_scripts(plain):
    plain.site.status, plain.site.campaign = (
        FULL,
        {"apply_url": SHOP, "places": {"vienna-1": "Market Square 4"}},
    )
    plain.page.goto(f"{plain.site.origin}/c/{CODE}")
    expect(plain.state).to_contain_text("Show this at the till.")
    expect(plain.page.locator(".ticket")).to_have_text(CODE)
    expect(plain.page.locator("img")).to_be_visible()
    expect(plain.page.locator("li")).to_have_count(4)
    expect(plain.page.get_by_text("Only here: Market Square 4, graz")).to_be_visible()
    expect(plain.page.get_by_role("link", name="Use it in the shop")).to_have_attribute(
        "href", f"https://shop.example/discount/{CODE}"
    )
    expect(plain.page.get_by_role("link", name="Add to calendar")).to_be_visible()
    expect(plain.page.get_by_role("button")).to_have_count(0)


def test_the_code_is_copied(customer):
    customer.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    customer.comes().page.get_by_role("button", name="Copy the code").click()
    expect(customer.told).to_have_text("Copied")
    assert customer.page.evaluate("navigator.clipboard.readText()") == CODE


def test_what_is_read_from_right_to_left_keeps_the_code_from_left_to_right(customer):
    customer.site.campaign = {"texts": {**BUFFET.texts, "ar": {"title": "خصم"}}}
    customer.comes("?locale=ar")
    page = customer.page
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    for part in (".ticket", ".worth"):
        assert page.locator(part).evaluate("(part) => getComputedStyle(part).direction") == "ltr"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_sticks_out_and_a_thumb_hits_everything(window, site, width: int):
    site.status, site.campaign = FULL, {"apply_url": SHOP}
    with Customer.with_a(window, site, viewport={"width": width, "height": 700}) as customer:
        customer.comes()
        assert customer.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        small = customer.page.evaluate(
            "[...document.querySelectorAll('a, button')].map((part) => part.getBoundingClientRect())"
            ".filter(({ width, height }) => Math.min(width, height) < 44).length"
        )
        assert small == 0
