"""For every hand and eye: axe, keyboard, thumbs, small phones, both schemes, no motion where none is wished for."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from infra.artefacts import ROOT
from tests.browser.chromium import DESKTOP, PHONE, SIZES
from tests.browser.staff.clerk import Clerk
from tests.browser.staff.conftest import Hire
from tests.browser.staff.till import CODE, a_code

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
SMALLEST = {**PHONE, "viewport": {"width": 320, "height": 568}}
EVERYTHING = {
    "minimum": 2000,
    "currency": "EUR",
    "places": ["vienna-1", "graz-2"],
    "products": ["a-dinner-for-two-with-a-very-long-name", "lunch"],
    "uses_left": 3,
}
TOO_SMALL = """
[...document.querySelectorAll("a, button, select, input")]
  .filter((part) => part.offsetParent && Math.min(part.offsetWidth, part.offsetHeight) < 56)
  .map((part) => part.outerHTML)
"""

TURNING = """
const box = document.querySelector("#verdict");
box.className = "ask";
box.append(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
"""


def faults(clerk: Clerk) -> list[str]:
    clerk.page.evaluate(AXE)
    broken: list[str]
    broken, passed = clerk.page.evaluate(
        "axe.run().then(({ violations, passes }) => [violations.flatMap(({ id, nodes }) => "
        "nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`)), passes.length])"
    )
    assert passed > 5, "axe looked at nothing"
    return broken


def in_each_view(clerk: Clerk, look: Callable[[str], None]) -> None:
    """From the page without a key to a list with every kind of end."""
    clerk.till.codes |= {
        "ALL": a_code("ALL", terms=EVERYTHING),
        "OLD": a_code("OLD", valid=False, reason="expired"),
    }
    clerk.comes(None).page.get_by_role("heading", level=2).wait_for()
    look("no key")
    clerk.comes().page.locator("#code").wait_for()
    look("scan")
    clerk.types("?").page.get_by_role("alert").wait_for()
    look("no code")
    clerk.types("ALL").page.locator("#product").wait_for()
    look("terms")
    clerk.redeems("")
    look("no basket")
    clerk.press("Another code")
    clerk.types("OLD").page.locator("#verdict.bad").wait_for()
    look("bad")
    clerk.press("Another code")
    clerk.types().redeems()
    expect(clerk.verdict).to_contain_text("Redeemed")
    look("redeemed")
    clerk.press("Next code")
    clerk.till.cut = True
    clerk.types("NOBODYKNOWS").page.locator("#basket").wait_for()
    look("unknown")
    clerk.fills("10").page.locator("#currency").select_option("EUR")
    clerk.press("Redeem")
    expect(clerk.verdict).to_contain_text("Not confirmed yet")
    look("doubt")
    clerk.page.get_by_role("button", name="Forget this device").click()
    look("forget")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", sorted(SIZES))
def test_axe_finds_nothing_in_any_view(hire: Hire, size: str, scheme: str):
    clerk = hire(**SIZES[size], color_scheme=scheme, bypass_csp=True)
    found: dict[str, list[str]] = {}
    in_each_view(clerk, lambda view: found.update({view: faults(clerk)}))
    assert len(found) == 10
    assert {view: broken for view, broken in found.items() if broken} == {}


@pytest.mark.parametrize("language", ["de", "en", "pl", "vi"])
def test_on_the_smallest_phone_nothing_is_cut_off_in_the_longest_words(hire: Hire, language: str):
    clerk = hire(**SMALLEST, locale=language)
    clerk.till.codes[CODE]["terms"] = EVERYTHING
    clerk.comes().page.locator("#code").fill(CODE)
    clerk.page.locator("form.typed button").click()
    clerk.page.locator("#product").wait_for()
    assert clerk.page.evaluate("document.documentElement.scrollWidth") == 320
    clerk.page.reload()
    clerk.page.locator("#code").wait_for()
    assert clerk.page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_thumb_hits_everything(clerk: Clerk):
    small: dict[str, list[str]] = {}
    in_each_view(clerk, lambda view: small.update({view: clerk.page.evaluate(TOO_SMALL)}))
    assert {view: parts for view, parts in small.items() if parts} == {}


def test_redeem_is_in_sight_without_scrolling_on_a_small_phone(hire: Hire):
    clerk = hire(**SMALLEST)
    clerk.comes().types().page.locator("#basket").wait_for()
    expect(clerk.page.locator(".press .main")).to_be_in_viewport(ratio=1)


def test_the_keyboard_alone_is_enough(hire: Hire):
    clerk = hire(**{"is_mobile": False, "has_touch": False, **DESKTOP})
    keyboard = clerk.comes().page.keyboard
    expect(clerk.page.locator("#code")).to_be_focused()
    keyboard.type(f"{CODE}\n")
    expect(clerk.page.locator("#basket")).to_be_focused()
    keyboard.type("48,50\n")
    expect(clerk.verdict).to_contain_text("Redeemed")
    expect(clerk.page.get_by_role("button", name="Next code")).to_be_focused()
    keyboard.press("Enter")
    expect(clerk.page.locator("#code")).to_be_focused()


def test_what_is_so_is_said_aloud_in_a_place_that_stays(clerk: Clerk):
    clerk.comes().page.evaluate("window.place = document.querySelector('[role=status]')")
    clerk.types().redeems()
    expect(clerk.verdict).to_contain_text("Redeemed")
    assert clerk.page.evaluate("place.isConnected && place.textContent.startsWith('Redeemed')")


def test_nothing_turns_where_no_motion_is_wished_for(hire: Hire):
    for motion, running in (("reduce", 0), ("no-preference", 1)):
        clerk = hire(reduced_motion=motion)
        clerk.comes().page.evaluate(TURNING)
        assert clerk.page.evaluate("document.getAnimations().length") == running
