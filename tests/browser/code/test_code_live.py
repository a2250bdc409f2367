"""The page follows its code: what happens at the till shows on the phone, and nothing is asked in vain."""

import re

from playwright.sync_api import expect

from tests.fakes.code_pages import bad, status

LATER = "2099-12-22T09:00:00Z"
GOOD = status(expires_at=LATER)


def test_a_code_that_is_spent_says_so_without_a_reload(anywhere):
    anywhere.comes()
    expect(anywhere.page.locator(".ticket")).to_be_visible()
    anywhere.page.evaluate("window.same = true")
    anywhere.learns(bad("redeemed"))
    expect(anywhere.state).to_have_text(re.compile("Redeemed. Thank you!"))
    expect(anywhere.page.locator("img")).to_have_count(0)
    expect(anywhere.page.get_by_role("button")).to_have_count(0)
    assert anywhere.page.evaluate("window.same")
    assert anywhere.complaints == []


def test_a_redemption_that_is_taken_back_makes_the_page_good_again(customer):
    customer.comes().learns(bad("redeemed"))
    expect(customer.state).to_have_class(re.compile("thanks"))
    customer.learns(status(state="rolled_back", expires_at=LATER))
    expect(customer.state).to_have_text(re.compile("Good again"))
    expect(customer.page.locator("img")).to_be_visible()
    expect(customer.page.get_by_role("button", name="Copy the code")).to_be_visible()


def test_a_cart_that_holds_the_code_is_told_and_forgotten(customer):
    customer.comes().learns(bad("reserved", state="reserved", reserved_until=LATER, expires_at=LATER))
    expect(customer.state).to_have_text(re.compile("Kept for a cart"))
    expect(customer.page.locator("img")).to_be_visible()
    customer.learns(GOOD)
    expect(customer.state).to_have_text(re.compile("Show this at the till"))


def test_a_code_that_is_over_is_asked_for_no_more(customer):
    customer.comes().learns(bad("expired"))
    expect(customer.state).to_have_text(re.compile("This code has expired"))
    asked = customer.site.polls
    customer.waits(120)
    assert customer.site.polls == asked


def test_the_page_asks_often_at_first_then_seldom_and_at_last_not_at_all(customer):
    customer.comes()
    expect(customer.page.get_by_role("button", name="Copy the code")).to_be_visible()

    def asked(seconds: int, step: int) -> int:
        before: int = customer.site.polls
        for _ in range(seconds // step):
            customer.waits(step)
            customer.page.wait_for_timeout(60)
        after: int = customer.site.polls
        return after - before

    assert 9 <= asked(60, 5) <= 12
    asked(250, 50)
    asked(31, 31)
    assert 3 <= asked(124, 31) <= 5
    customer.page.clock.fast_forward(3_600_000)
    customer.page.wait_for_timeout(50)
    assert asked(120, 30) == 0


def test_whoever_looks_again_is_told_at_once_and_whoever_looks_away_asks_nothing(customer):
    customer.comes()
    look = (
        "(hidden) => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); "
        "document.dispatchEvent(new Event('visibilitychange')); }"
    )
    customer.page.evaluate(look, True)
    before = customer.site.polls
    customer.waits(60)
    assert customer.site.polls == before
    customer.site.status = bad("redeemed")
    customer.page.evaluate(look, False)
    expect(customer.state).to_have_text(re.compile("Redeemed"))


def test_without_a_connection_the_page_says_that_it_may_be_out_of_date(customer):
    customer.comes()
    customer.site.cut = True
    customer.waits(5)
    expect(customer.told).to_have_text("No connection. This may be out of date.")
    expect(customer.page.locator("main")).to_have_class("stale")
    customer.site.cut = False
    customer.learns(bad("redeemed"))
    expect(customer.state).to_have_text(re.compile("Redeemed"))
    expect(customer.told).to_have_text("")


def test_what_is_read_aloud_stays_one_element_and_the_focus_is_not_lost(customer):
    customer.comes()
    customer.page.get_by_role("button", name="Copy the code").focus()
    customer.page.evaluate("window.heard = document.getElementById('state')")
    customer.learns(bad("redeemed"))
    expect(customer.state).to_have_text(re.compile("Redeemed"))
    assert customer.page.evaluate("heard.isConnected && heard.getAttribute('role') === 'status'")
    assert customer.page.evaluate("document.activeElement.id") == "state"


def test_the_page_stays_in_the_language_it_was_asked_for(customer):
    customer.comes("?locale=pl").learns(bad("redeemed"))
    expect(customer.state).to_have_text(re.compile("Dziękujemy"))
