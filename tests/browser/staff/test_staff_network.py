"""Networks that fail: nothing is forgotten, nothing is done twice, and nothing is green before the server said so."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.staff.clerk import Clerk
from tests.browser.staff.conftest import Hire
from tests.browser.staff.till import CODE, KEY, a_code

AMBER = "Not confirmed yetDo not give the discount before this is green. It goes on asking by itself."

LONGEST = 35_000
"""Milliseconds: however long the line was cut, the page asks again within thirty seconds."""


def orders(clerk: Clerk) -> set[str]:
    """The ids under which redemptions were asked for."""
    asked = clerk.till.posts("/redemptions")
    assert {json.loads(post.body)["order_id"] for post in asked} == {
        post.headers["idempotency-key"] for post in asked
    }
    return {json.loads(post.body)["order_id"] for post in asked}


def test_an_answer_that_is_lost_is_asked_for_again_and_is_the_same_redemption(clerk: Clerk):
    clerk.till.deaf = 1
    clerk.comes().types().redeems()
    expect(clerk.verdict).to_have_text(AMBER)
    assert len(clerk.till.spent) == 1
    expect(clerk.verdict).to_contain_text("Redeemed")
    assert len(clerk.till.posts("/redemptions")) == 2
    assert orders(clerk) == {clerk.till.spent[CODE]["order_id"]}


def test_a_lost_answer_to_an_undo_is_asked_for_again(clerk: Clerk):
    clerk.comes().types().redeems()
    expect(clerk.verdict).to_contain_text("Redeemed")
    clerk.till.deaf = 1
    clerk.press("Undo")
    expect(clerk.verdict).to_contain_text("Taken back")
    assert len(clerk.till.posts("/rollback")) == 2
    assert len({post.headers["idempotency-key"] for post in clerk.till.posts("/rollback")}) == 1
    assert clerk.till.undone == [f"{CODE}.2"]


def test_an_answer_that_takes_its_time_is_amber_until_it_comes_and_asked_for_once(clerk: Clerk):
    clerk.comes().types().fills()
    clerk.till.slow = 3
    clerk.press("Redeem")
    expect(clerk.verdict).to_have_text("Redeeming…")
    expect(clerk.verdict).to_have_text(AMBER)
    expect(clerk.verdict).to_contain_text("Redeemed")
    assert len(clerk.till.posts("/redemptions")) == 1


def test_a_look_up_that_takes_too_long_can_be_left(clerk: Clerk):
    clerk.comes().page.locator("#code").wait_for()
    clerk.till.slow = 2
    clerk.types()
    expect(clerk.verdict).to_contain_text("Looking it up…")
    clerk.press("Another code")
    clerk.page.wait_for_timeout(2_500)
    expect(clerk.page.locator("#code")).to_be_visible()
    expect(clerk.verdict).to_be_empty()


def test_two_tabs_of_one_device_see_one_redemption_and_neither_goes_back_behind_the_other(clerk: Clerk):
    clerk.comes().types()
    clerk.till.cut = True
    clerk.redeems()
    expect(clerk.verdict).to_have_text(AMBER)
    other = clerk.context.new_page()
    other.goto(f"{clerk.till.origin}/staff")
    clerk.till.slow, clerk.till.cut = 1, False
    expect(other.locator("#recent li")).to_contain_text(["Redeemed"], timeout=LONGEST)
    expect(clerk.verdict).to_contain_text("Redeemed")
    clerk.press("Undo")
    expect(other.locator("#recent li")).to_contain_text(["Taken back"])
    clerk.page.wait_for_timeout(3_000)
    expect(clerk.verdict).to_contain_text("Taken back")
    assert len(orders(clerk)) == 1
    assert clerk.till.undone == [f"{CODE}.2"]


def test_offline_it_is_amber_until_the_network_is_back(clerk: Clerk):
    clerk.comes().types().fills()
    clerk.context.set_offline(True)
    clerk.press("Redeem")
    expect(clerk.verdict).to_have_text(AMBER)
    expect(clerk.verdict).to_have_class("wait")
    clerk.press("Next code")
    expect(clerk.rows).to_contain_text(["Not confirmed yet"])
    clerk.context.set_offline(False)
    expect(clerk.rows).to_contain_text(["Redeemed"])
    assert len(orders(clerk)) == 1


def test_a_code_is_redeemed_that_could_not_be_looked_up(clerk: Clerk):
    clerk.comes()
    clerk.context.set_offline(True)
    clerk.types()
    expect(clerk.verdict).to_contain_text("Cannot be checked nowThere is no connection.")
    clerk.fills("48.50").page.locator("#currency").select_option("EUR")
    clerk.press("Redeem")
    expect(clerk.verdict).to_have_text(AMBER)
    clerk.context.set_offline(False)
    expect(clerk.verdict).to_have_text("Redeemed · −\u2060€12.00")


def test_looking_up_again_once_the_network_is_back(clerk: Clerk):
    clerk.comes()
    clerk.context.set_offline(True)
    clerk.types()
    expect(clerk.verdict).to_contain_text("Cannot be checked now")
    clerk.context.set_offline(False)
    clerk.press("Try again")
    expect(clerk.verdict).to_contain_text("Good")


def test_what_is_under_way_survives_loading_the_page_anew(clerk: Clerk):
    clerk.comes().types()
    clerk.till.cut = True
    clerk.redeems()
    expect(clerk.verdict).to_have_text(AMBER)
    clerk.page.reload()
    expect(clerk.rows).to_contain_text(["Not confirmed yet"])
    clerk.till.cut = False
    expect(clerk.rows).to_contain_text(["Redeemed"])
    assert len(orders(clerk)) == 1


def test_a_page_that_goes_before_its_answer_comes_asks_again_when_it_is_back(clerk: Clerk):
    clerk.till.deaf = 1
    clerk.comes().types().fills()
    clerk.page.evaluate("document.querySelector('.press button').click(), location.reload()")
    expect(clerk.rows).to_contain_text(["Redeemed"])
    assert len(orders(clerk)) == 1


def test_two_quick_taps_are_one_redemption(clerk: Clerk):
    clerk.comes().types().fills()
    clerk.page.evaluate(
        "for (const press of [document.querySelector('.press button')]) [1, 2, 3].map(() => press.click())"
    )
    expect(clerk.verdict).to_contain_text("Redeemed")
    assert len(clerk.till.posts("/redemptions")) == 1
    expect(clerk.rows).to_have_count(1)


def test_a_code_that_waits_is_not_asked_for_a_second_time(clerk: Clerk):
    clerk.comes().types()
    clerk.till.cut = True
    clerk.redeems()
    expect(clerk.verdict).to_have_text(AMBER)
    clerk.press("Next code")
    clerk.types(CODE.lower())
    expect(clerk.verdict).to_have_text(AMBER)
    expect(clerk.rows).to_have_count(1)


def test_two_devices_and_one_code_are_one_redemption(hire: Hire):
    first, second = hire(), hire()
    for clerk in (first, second):
        clerk.comes().types().fills()
    first.press("Redeem")
    expect(first.verdict).to_contain_text("Redeemed")
    second.press("Redeem")
    expect(second.verdict).to_have_text("Not redeemedThis code was used already.")
    assert len(first.till.spent) == 1


def test_a_code_that_another_device_took_meanwhile_turns_from_amber_to_red(hire: Hire):
    first, second = hire(), hire()
    for clerk in (first, second):
        clerk.comes().types().fills()
    first.context.set_offline(True)
    first.press("Redeem")
    expect(first.verdict).to_have_text(AMBER)
    second.press("Redeem")
    expect(second.verdict).to_contain_text("Redeemed")
    first.context.set_offline(False)
    expect(first.verdict).to_have_text("Not redeemedThis code was used already.")


@pytest.mark.parametrize(("status", "code"), [(429, "rate_limited"), (500, "internal"), (503, "unavailable")])
def test_a_server_that_cannot_say_is_asked_again(clerk: Clerk, status: int, code: str):
    clerk.comes().types()
    clerk.till.refuse("redemptions", status, code, retry_after=1)
    clerk.redeems()
    expect(clerk.verdict).to_have_text(AMBER)
    clerk.till.refusals.clear()
    expect(clerk.verdict).to_contain_text("Redeemed")
    assert len(orders(clerk)) == 1


def test_a_refused_basket_may_be_corrected_and_is_still_one_order(clerk: Clerk):
    clerk.comes().types()
    clerk.till.refuse("redemptions", 422, "minimum_not_met")
    clerk.redeems("5")
    expect(clerk.verdict).to_contain_text("Not redeemed")
    clerk.till.refusals.clear()
    clerk.press("Next code")
    clerk.types().redeems("48.50")
    expect(clerk.verdict).to_contain_text("Redeemed")
    assert clerk.till.spent[CODE]["amount"] == 4850


@pytest.mark.parametrize(("status", "code"), [(401, "unauthorized"), (403, "scope_missing")])
def test_a_link_that_was_withdrawn_says_so_and_loses_nothing(clerk: Clerk, status: int, code: str):
    clerk.comes().types()
    clerk.till.refuse("redemptions", status, code)
    clerk.redeems()
    expect(clerk.page.get_by_role("heading", name="This device’s link is no longer good")).to_be_focused()
    expect(clerk.rows).to_contain_text(["Not confirmed yet"])
    clerk.till.refusals.clear()
    clerk.till.key = "tf_a-new-key"
    clerk.page.evaluate("location.hash = '#tf_a-new-key'")
    expect(clerk.rows).to_contain_text(["Redeemed"])
    assert len(orders(clerk)) == 1


def test_a_key_that_nobody_knows_is_said_at_once(clerk: Clerk):
    clerk.comes("tf_never")
    expect(clerk.page.get_by_role("heading", name="This device’s link is no longer good")).to_be_visible()


def test_forgetting_a_device_warns_of_what_is_not_confirmed(clerk: Clerk):
    clerk.comes().types()
    clerk.till.cut = True
    clerk.redeems()
    expect(clerk.verdict).to_have_text(AMBER)
    clerk.page.get_by_role("button", name="Forget this device").click()
    expect(clerk.page.get_by_role("alert").filter(has_text="Not confirmed yet: 1.")).to_be_visible()
    assert KEY in clerk.kept()


def test_a_browser_that_keeps_nothing_still_redeems(clerk: Clerk):
    clerk.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
    )
    clerk.till.codes["SECOND"] = a_code("SECOND")
    clerk.comes()
    for code in (CODE, "SECOND"):
        clerk.types(code).redeems()
        expect(clerk.verdict).to_contain_text("Redeemed")
        clerk.press("Next code")
    assert not clerk.complaints
