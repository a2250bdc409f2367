"""What makes the popup open by itself, on pages that are really scrolled and left."""

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import PHONE
from tests.browser.samples import quiet

AWAY = """(milliseconds) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
SCROLLED = """(y) => new Promise((done) => {
  addEventListener("scroll", () => done(), { once: true });
  scrollTo(0, y);
})"""
BACK = """() => { delete document.hidden; document.dispatchEvent(new Event("visibilitychange")); }"""


def waits(visitor, seconds: float) -> None:
    """The page's own clock goes on by so much."""
    visitor.page.clock.run_for(int(seconds * 1000))


@pytest.fixture
def arrived(visitor):
    """Somebody who came under these rules, on a page whose clock the test moves."""

    def come(who=visitor, **rules):
        visitor.api.settings["rules"] = quiet(**rules)
        who.page.clock.install()
        return who.comes()

    return come


def test_it_opens_after_some_seconds_and_not_before(arrived):
    visitor = arrived(popup_after_s=8)
    waits(visitor, 5)
    expect(visitor.dialog).not_to_be_visible()
    waits(visitor, 4)
    expect(visitor.dialog).to_be_visible()
    expect(visitor.page.get_by_role("heading", name="20 % off your first buffet")).to_be_focused()


def test_nobody_is_interrupted_while_typing(arrived):
    visitor = arrived(popup_after_s=4)
    visitor.page.evaluate("document.body.prepend(document.createElement('input'))")
    visitor.page.locator("body > input").focus()
    waits(visitor, 9)
    expect(visitor.dialog).not_to_be_visible()
    visitor.page.locator("body > input").blur()
    waits(visitor, 3)
    expect(visitor.dialog).to_be_visible()


def test_it_opens_when_half_of_the_page_was_seen(arrived):
    visitor = arrived(popup_scroll_percent=50)
    waits(visitor, 4)
    visitor.page.mouse.wheel(0, 200)
    visitor.page.wait_for_function("scrollY > 100")
    expect(visitor.dialog).not_to_be_visible()
    visitor.page.mouse.wheel(0, 5000)
    expect(visitor.dialog).to_be_visible()


def test_it_opens_when_the_pointer_leaves_through_the_top(arrived):
    visitor = arrived(popup_on_exit=True)
    waits(visitor, 4)
    leave = "(y) => document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: y }))"
    visitor.page.evaluate(leave, 400)
    expect(visitor.dialog).not_to_be_visible()
    visitor.page.evaluate(leave, -1)
    expect(visitor.dialog).to_be_visible()


def test_an_exit_on_entry_opens_nothing(arrived):
    visitor = arrived(popup_on_exit=True)
    visitor.page.evaluate(
        "document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -1 }))"
    )
    expect(visitor.dialog).not_to_be_visible()


def test_on_a_phone_it_opens_on_a_quick_way_back_up(arrived, meet):
    visitor = arrived(meet(**PHONE), popup_on_exit=True)
    waits(visitor, 4)
    visitor.page.evaluate(SCROLLED, 900)
    visitor.page.evaluate(SCROLLED, 500)
    expect(visitor.dialog).to_be_visible()


def test_it_opens_when_somebody_comes_back_to_the_tab(arrived):
    visitor = arrived(popup_on_exit=True)
    waits(visitor, 4)
    visitor.page.evaluate(AWAY)
    waits(visitor, 6)
    visitor.page.evaluate(BACK)
    expect(visitor.dialog).to_be_visible()


def test_it_opens_for_somebody_who_has_been_here_before(arrived):
    visitor = arrived(popup_on_return=True)
    waits(visitor, 20)
    expect(visitor.dialog).not_to_be_visible()
    visitor.page.clock.fast_forward("45:00")
    visitor.comes()
    waits(visitor, 4)
    expect(visitor.dialog).to_be_visible()


def test_a_popup_comes_once_on_a_page_and_not_again_after_it_was_closed(arrived):
    visitor = arrived(popup_after_s=4)
    waits(visitor, 5)
    visitor.page.keyboard.press("Escape")
    expect(visitor.dialog).not_to_be_visible()
    expect(visitor.teaser).to_be_visible()
    visitor.comes("/other")
    waits(visitor, 30)
    expect(visitor.dialog).not_to_be_visible()


def test_a_teaser_that_is_sent_away_stays_away(visitor):
    visitor.comes()
    visitor.page.get_by_role("button", name="Hide this offer").click()
    expect(visitor.teaser).not_to_be_visible()
    visitor.comes("/other")
    visitor.page.wait_for_timeout(200)
    expect(visitor.teaser).not_to_be_visible()
    assert [name for name, _ in visitor.heard()] == []


def test_who_did_not_ask_for_it_has_no_keyboard_jump_up_until_they_begin(arrived):
    visitor = arrived(popup_after_s=4)
    waits(visitor, 5)
    expect(visitor.page.locator("h2")).to_be_focused()
    visitor.leaves()
    expect(visitor.page.locator("#code")).to_be_focused()
