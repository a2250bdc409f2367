"""On pages that are careless, strict, slow or hostile it works, or it is not there; the page never suffers."""

import pytest
from playwright.sync_api import expect

from tests.browser.samples import ASSET, CODE, NUMBER
from tests.browser.widget import hostile

SETTINGS = f"/v1/assets/{ASSET}"


def test_a_page_that_resets_every_style_does_not_reach_it(anywhere):
    anywhere.shop.head = hostile.RESET
    anywhere.comes()
    pill = anywhere.teaser.bounding_box()
    size = anywhere.page.viewport_size
    assert pill["height"] >= 44
    assert pill["y"] > size["height"] / 2
    assert anywhere.teaser.evaluate("(pill) => getComputedStyle(pill).textTransform") == "none"
    anywhere.signs_up()
    expect(anywhere.page.locator(".ticket")).to_have_text(CODE)


def test_a_page_that_spoils_every_prototype_does_not_reach_what_is_sent(visitor):
    visitor.shop.head = hostile.POLLUTION
    visitor.comes("/?utm_source=poster").signs_up()
    (signup,) = visitor.api.sent("/v1/signups")
    assert signup["phone"] == NUMBER
    assert signup["utm"] == {"utm_source": "poster"}
    visitor.page.reload()
    visitor.opens()
    expect(visitor.page.locator(".ticket")).to_have_text(CODE)
    assert visitor.complaints == []


def test_a_strict_policy_has_nothing_to_refuse(visitor):
    visitor.shop.headers = hostile.policy(visitor.shop.api)
    visitor.shop.head = '<style nonce="c4r3">body { font-family: sans-serif }</style>'
    visitor.comes().signs_up()
    assert visitor.teaser.evaluate("(pill) => getComputedStyle(pill).position") == "fixed"
    assert visitor.complaints == []


def test_the_pages_hotkeys_and_focus_guards_stay_outside(visitor):
    visitor.shop.head = hostile.HOTKEYS
    visitor.comes().opens()
    visitor.page.locator("#phone").press_sequentially(NUMBER)
    assert visitor.page.locator("#phone").input_value() == NUMBER
    visitor.page.locator("#consent").check()
    visitor.page.locator("#phone").press("Enter")
    visitor.types().page.locator(".done").wait_for()
    assert visitor.page.evaluate("pressed") == []


@pytest.mark.parametrize("storage", [hostile.NO_STORAGE, hostile.FULL_STORAGE])
def test_where_nothing_may_be_stored_it_works_as_long_as_the_page_lives(visitor, storage):
    visitor.context.add_init_script(storage)
    visitor.comes().signs_up()
    visitor.page.keyboard.press("Escape")
    expect(visitor.teaser).to_contain_text("Your code")
    visitor.opens()
    expect(visitor.page.locator(".ticket")).to_have_text(CODE)
    assert visitor.complaints == []


@pytest.mark.parametrize("stored", ["{broken", "5", "null", "[]", '"text"'])
def test_whatever_lies_in_the_storage_is_survived(visitor, stored):
    visitor.context.add_init_script(
        f"localStorage.getItem('twofold:{ASSET}') ?? localStorage.setItem('twofold:{ASSET}', '{stored}')"
    )
    visitor.comes().signs_up()
    assert visitor.complaints == []


def quiet(visitor) -> bool:
    """Nothing of ours on the page, and nothing said by us; the browser itself may tell of a request that failed."""
    visitor.page.wait_for_timeout(700)
    unhandled = [detail for name, detail in visitor.heard() if name == "unhandled"]
    ours = [
        line
        for line in visitor.complaints
        if not line.startswith(
            ("Failed to load", "Access to fetch", "Connecting to", "Refused to", "Fetch API")
        )
    ]
    return unhandled == ours == [] and visitor.page.locator(".teaser:visible, dialog:visible").count() == 0


@pytest.mark.parametrize("answer", ["{broken", "null", "[]", "{}", '"text"', '{"texts": {}}', "<html>"])
def test_settings_that_make_no_sense_leave_the_page_alone(visitor, answer):
    visitor.api.raw[SETTINGS] = answer
    visitor.comes(settled=False)
    assert quiet(visitor)


@pytest.mark.parametrize("status", [403, 404, 410, 429, 500, 503])
def test_an_api_that_refuses_leaves_the_page_alone(visitor, status):
    visitor.api.fail(SETTINGS, status, "no")
    visitor.comes(settled=False)
    assert quiet(visitor)


def test_an_api_that_is_blocked_leaves_the_page_alone(visitor):
    visitor.api.cut = True
    visitor.comes(settled=False)
    visitor.page.evaluate("twofold.open(); twofold.close(); twofold.viewed('menu')")
    assert quiet(visitor)


def test_a_policy_that_forbids_to_ask_leaves_the_page_alone(visitor):
    visitor.shop.headers = {"Content-Security-Policy": "connect-src 'none'"}
    visitor.comes(settled=False)
    assert quiet(visitor)


@pytest.mark.parametrize("part", ["consent", "texts", "rules", "variants", "theme", "countries"])
def test_settings_that_lack_a_part_leave_the_page_alone(visitor, part):
    del visitor.api.settings[part]
    visitor.comes(settled=False)
    visitor.page.evaluate("twofold.open()")
    assert quiet(visitor)


def test_a_page_that_is_only_prepared_has_no_visitor_yet(visitor):
    visitor.context.add_init_script(
        "Object.defineProperty(document, 'prerendering', { configurable: true, get: () => true })"
    )
    visitor.comes(settled=False)
    assert quiet(visitor)
    assert [asked.path for asked in visitor.api.seen] == ["/widget.js"]
    visitor.page.evaluate(
        "delete document.prerendering; document.dispatchEvent(new Event('prerenderingchange'))"
    )
    expect(visitor.teaser).to_be_visible()


def test_what_failed_is_tried_again_when_somebody_asks_for_it(visitor):
    visitor.api.cut = True
    visitor.comes(settled=False)
    assert quiet(visitor)
    visitor.api.cut = False
    visitor.page.evaluate("twofold.open()")
    expect(visitor.dialog).to_be_visible()


def test_a_slow_network_holds_nothing_up(visitor):
    visitor.api.delay = 1.5
    visitor.comes(settled=False)
    assert visitor.page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") < 1500
    visitor.signs_up()


def test_loading_it_twice_is_harmless(visitor):
    visitor.shop.scripts = 3
    visitor.comes()
    visitor.page.wait_for_timeout(300)
    assert visitor.page.locator("twofold-widget").count() == 1
    assert [asked.path for asked in visitor.api.seen].count(SETTINGS) == 1


def test_an_element_of_that_name_is_not_in_the_way(visitor):
    visitor.shop.body = '<form id="twofold"></form>'
    visitor.comes().signs_up()
    assert visitor.page.evaluate("Object.keys(twofold).join()") == "open,close,viewed"


def test_nothing_else_becomes_global(visitor):
    names = "Object.getOwnPropertyNames(window)"
    visitor.shop.source = "/nothing.js"
    visitor.comes(settled=False)
    before = set(visitor.page.evaluate(names))
    visitor.shop.source = "/widget.js"
    visitor.comes().signs_up()
    assert set(visitor.page.evaluate(names)) - before == {"twofold"}


def test_a_script_without_an_asset_does_nothing(visitor):
    visitor.shop.asset = ""
    visitor.comes(settled=False)
    visitor.page.wait_for_timeout(300)
    assert visitor.page.evaluate("typeof twofold") == "undefined"


def test_a_page_can_open_and_close_it_by_itself(visitor):
    visitor.comes()
    visitor.page.evaluate("twofold.open()")
    expect(visitor.dialog).to_be_visible()
    visitor.page.evaluate("twofold.close()")
    expect(visitor.dialog).not_to_be_visible()
