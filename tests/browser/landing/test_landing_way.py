"""From the number to the discount code, in a real browser: with scripts and without."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import DESKTOP
from tests.browser.landing.guest import NUMBER, Guest
from tests.fakes.samples import BUFFET
from twofold.campaigns.words.speak import ours

EN = ours("en")


def posts(guest: Guest) -> list[str]:
    return [asked.path for asked in guest.site.seen if asked.method == "POST"]


def test_the_whole_way_without_scripts(plain: Guest):
    plain.comes("?tf_visit=vst_window&utm_source=window").leaves().waits()
    assert plain.path.startswith("/j/ast_landing/")
    expect(plain.page.locator("#code")).to_be_focused()
    plain.page.locator("#code").fill(plain.digits)
    plain.page.locator("button.main").click()
    plain.ends()
    assert plain.ticket == plain.site.house.lead().codes[0].rpartition("#")[2]
    assert plain.page.locator("img").evaluate("image => image.naturalWidth") > 0


@pytest.mark.parametrize("who", ["plain", "guest"])
def test_countries_are_told_in_letters_and_never_by_flags(who: str, request: pytest.FixtureRequest):
    """Where a device has no letters for flags, each would be two boxes."""
    page = request.getfixturevalue(who).comes().page
    offered = page.locator("select[name=country]").evaluate(
        "(select) => [...select.options].map(({ text }) => text).join() + select.parentNode.textContent"
    )
    assert "GB" in offered
    assert not re.search("[\U0001f1e6-\U0001f1ff]", offered)


def test_faults_without_scripts_leave_everything_as_it_was_typed(plain: Guest):
    plain.comes().leaves("12 34 56")
    fault = plain.page.locator("#fault")
    expect(fault).to_have_text(EN["fault_not_a_number"])
    phone = plain.page.locator("#phone")
    expect(phone).to_have_value("12 34 56")
    expect(phone).to_be_focused()
    assert "12" not in plain.path
    plain.leaves().waits()
    plain.page.locator("#code").fill("000000")
    plain.page.locator("button.main").click()
    expect(fault).to_have_text(EN["fault_wrong_code"].replace("{left}", "4"))
    plain.page.locator("[name=resend]").click()
    expect(fault).to_contain_text(EN["fault_too_soon"].split("{")[0])
    plain.page.get_by_text(EN["change_number"]).click()
    expect(plain.page.locator("#consent")).not_to_be_checked()


def test_the_whole_way_with_scripts_leaves_the_page_where_it_is(anywhere: Guest):
    guest = anywhere.comes().leaves().waits()
    guest.page.evaluate("window.same = true")
    guest.page.locator("#code").press_sequentially(guest.digits)
    guest.ends()
    assert guest.page.evaluate("window.same")
    assert guest.ticket == guest.site.house.lead().codes[0].rpartition("#")[2]
    assert guest.page.locator("img").evaluate("image => image.complete")
    assert not guest.complaints


def test_nothing_is_sent_twice(guest: Guest):
    guest.comes().page.locator("#phone").fill(NUMBER)
    guest.page.locator("#consent").check(force=True)
    guest.page.evaluate("for (const _ of [1, 2, 3]) document.querySelector('button.main').click()")
    guest.waits()
    assert posts(guest).count("/j/ast_landing") == 1
    assert len([row for row in guest.site.house.ledger() if row["type"] == "signup.requested.v1"]) == 1


def test_a_page_that_is_opened_without_a_link_is_a_visit_that_the_sign_up_names(guest: Guest):
    with guest.page.expect_response("**/v1/visits"):
        guest.comes("?utm_source=window")
    guest.leaves().waits()
    (visit,) = [row for row in guest.site.house.ledger() if row["type"] == "asset.visited.v1"]
    (form,) = [
        asked for asked in guest.site.seen if asked.path == "/j/ast_landing" and asked.method == "POST"
    ]
    assert f"tf_visit={json.loads(visit['event'])['subject']}" in form.query
    assert "utm_source=window" in form.query


def test_who_came_by_a_link_is_not_counted_again_however_often_they_load_the_page(guest: Guest):
    guest.comes("?tf_visit=vst_window&utm_source=window")
    guest.page.wait_for_url("**/j/ast_landing?utm_source=window")
    guest.page.reload()
    guest.leaves().waits()
    assert "/v1/visits" not in posts(guest)
    (form,) = [asked for asked in guest.site.seen if asked.method == "POST"]
    assert "tf_visit=vst_window" in form.query


def test_an_address_that_is_passed_on_begins_a_visit_of_its_own(guest: Guest):
    guest.comes("?tf_visit=vst_window").page.wait_for_url("**/j/ast_landing")
    assert "tf_visit" not in guest.page.url


def test_loading_the_page_again_loses_neither_the_step_nor_the_code(guest: Guest):
    guest.comes().leaves().waits()
    guest.page.reload()
    guest.waits().page.locator("#code").press_sequentially(guest.digits)
    ticket = guest.ends().ticket
    guest.page.reload()
    assert guest.ends().ticket == ticket
    assert guest.comes().ends().ticket == ticket
    guest.page.get_by_text(EN["change_number"]).click()
    guest.page.locator("#phone").wait_for()
    guest.page.reload()
    expect(guest.page.locator("#phone")).to_be_visible()


def test_the_number_lies_nowhere_in_the_browser(guest: Guest):
    guest.comes().leaves().waits()
    guest.page.locator("#code").press_sequentially(guest.digits)
    guest.ends()
    kept = guest.page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}, document.cookie])")
    assert "601" not in kept.replace(" ", "")
    assert not any("601" in asked.query + asked.path for asked in guest.site.seen)


def test_a_fault_with_scripts_stands_beside_its_field_and_is_announced(guest: Guest):
    guest.comes().leaves("12 34 56")
    fault = guest.page.locator("#fault")
    expect(fault).to_have_text(EN["fault_not_a_number"])
    expect(fault).to_have_attribute("role", "alert")
    expect(guest.page.locator("#phone")).to_be_focused()
    expect(guest.page.locator("#phone")).to_have_attribute("aria-describedby", "fault")


def test_a_line_that_breaks_keeps_what_was_typed(guest: Guest):
    guest.comes()
    guest.site.cut = True
    guest.leaves()
    expect(guest.page.locator("#fault")).to_have_text(EN["fault_network"])
    expect(guest.page.locator("#phone")).to_have_value(NUMBER)
    guest.site.cut = False
    guest.page.locator("button.main").click()
    guest.waits()


def test_the_seconds_until_another_text_are_counted_down(guest: Guest):
    guest.comes().leaves().waits()
    button = guest.page.locator("[name=resend]")
    expect(button).to_be_disabled()
    before = button.inner_text()
    guest.page.wait_for_timeout(1_200)
    assert button.inner_text() != before
    expect(guest.page.locator("[data-unscripted]")).to_be_hidden()


def test_everything_that_comes_with_the_code_is_there(guest: Guest, generous: str):
    guest.comes(asset_id=generous).leaves().waits()
    guest.page.locator("#code").press_sequentially(guest.digits)
    guest.ends()
    expect(guest.page.get_by_role("link", name="The spice guide")).to_have_attribute(
        "href", re.compile(r"^/m/[\w-]+$")
    )
    expect(guest.page.locator("#friends")).to_contain_text("/R")


def test_the_keyboard_alone_is_enough(window, site):
    with Guest.with_a(window, site, **{"is_mobile": False, "has_touch": False, **DESKTOP}) as guest:
        guest.comes()
        _tab_to(guest, "phone")
        guest.page.keyboard.type(NUMBER)
        _tab_to(guest, "consent")
        guest.page.keyboard.press("Space")
        guest.page.keyboard.press("Enter")
        guest.waits()
        expect(guest.page.locator("#code")).to_be_focused()
        guest.page.keyboard.type(guest.digits)
        guest.ends()


def _tab_to(guest: Guest, field: str) -> None:
    for _ in range(10):
        guest.page.keyboard.press("Tab")
        if guest.page.evaluate("document.activeElement.id") == field:
            return
    pytest.fail(f"no way to {field} by the keyboard")


def test_a_title_is_in_the_visitor_s_language(window, site):
    with Guest.with_a(window, site, locale="pl-PL") as guest:
        expect(guest.comes().page.locator("h1")).to_have_text(BUFFET.title("pl"))
