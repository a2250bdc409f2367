"""A device that could not learn who it is asks on: until it knows for how long it takes back, it offers nothing."""

from playwright.sync_api import expect

from tests.browser.staff.clerk import Clerk
from tests.browser.staff.till import CODE


def test_a_line_that_was_cut_as_the_device_asked_who_it_is_keeps_nobody_from_taking_back(clerk: Clerk):
    clerk.till.cut = True
    clerk.comes().types().redeems()
    expect(clerk.verdict).to_contain_text("Not confirmed yet")
    clerk.till.cut = False
    expect(clerk.verdict).to_contain_text("Redeemed")
    clerk.press("Undo")
    expect(clerk.verdict).to_contain_text("Taken back")
    assert clerk.till.undone == [f"{CODE}.2"]


def test_a_device_that_was_told_who_it_is_asks_no_more(clerk: Clerk):
    clerk.till.refuse("device", 503, "unavailable")
    clerk.comes()
    clerk.page.wait_for_timeout(500)
    clerk.till.refusals.clear()
    expect(clerk.page.locator("#device")).to_have_text("Vienna, Ring 4Till 2")
    asked = len(clerk.till.seen)
    clerk.page.wait_for_timeout(2_500)
    assert len(clerk.till.seen) == asked


def test_a_forgotten_device_asks_no_more_and_learns_nothing(clerk: Clerk):
    clerk.till.refuse("device", 503, "unavailable")
    clerk.comes()
    clerk.page.get_by_role("button", name="Forget this device").click()
    clerk.page.get_by_role("button", name="Really forget it").click()
    clerk.till.refusals.clear()
    asked = len(clerk.till.seen)
    clerk.page.wait_for_timeout(2_500)
    assert len(clerk.till.seen) == asked
    assert clerk.kept() == "{}"
