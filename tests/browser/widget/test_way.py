"""From a number to a discount code, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.samples import ASSET, CODE, DIGITS, NUMBER

FRIENDS = "https://go.saffrongarden.example/R7K2M9QXW4F7"


def test_a_visitor_gets_a_code_by_way_of_the_teaser(anywhere):
    anywhere.comes()
    expect(anywhere.teaser).to_have_text(re.compile("20 % off your first buffet"))
    anywhere.signs_up()
    expect(anywhere.page.locator(".ticket")).to_have_text(CODE)
    (signup,) = anywhere.api.sent("/v1/signups")
    assert signup["phone"] == NUMBER
    assert signup["consent"] == {"version": "2026-11-1", "accepted": True}
    assert (signup["country"], signup["locale"]) == ("US", "en")
    assert signup["asset_id"] == ASSET
    assert anywhere.complaints == []


def test_the_box_is_not_ticked_beforehand_and_without_it_nothing_is_sent(visitor):
    visitor.comes().opens()
    expect(visitor.page.locator("#consent")).not_to_be_checked()
    visitor.leaves(agrees=False)
    expect(visitor.fault).to_have_text("Please tick the box to get the code.")
    expect(visitor.page.locator("#consent")).to_be_focused()
    assert visitor.api.sent("/v1/signups") == []


def test_an_empty_number_is_told_before_anything_is_sent(visitor):
    visitor.comes().opens().leaves(" ")
    expect(visitor.fault).to_have_text("Please enter your whole mobile number.")
    expect(visitor.page.locator("#phone")).to_have_attribute("aria-invalid", "true")
    assert visitor.api.sent("/v1/signups") == []


def test_terms_and_privacy_open_beside_the_shop(visitor):
    visitor.comes().opens()
    link = visitor.page.get_by_role("link", name="Privacy")
    expect(link).to_have_attribute("href", "https://saffrongarden.example/privacy")
    expect(link).to_have_attribute("target", "_blank")


def test_what_the_api_refuses_stands_beside_its_field(visitor):
    visitor.api.fail("/v1/signups", 422, "not_a_mobile", errors=[{"field": "phone", "detail": "landline"}])
    visitor.comes().opens().leaves()
    expect(visitor.fault).to_have_text("Texts cannot reach this number. Please use a mobile number.")
    expect(visitor.page.locator("#phone")).to_be_focused()


def test_two_clicks_are_one_signup(visitor):
    visitor.api.delay = 0.3
    visitor.comes().opens()
    visitor.page.locator("#phone").fill(NUMBER)
    visitor.page.locator("#consent").check()
    visitor.page.locator("button.main").dblclick()
    visitor.page.locator("#code").wait_for()
    assert len(visitor.api.sent("/v1/signups")) == 1


def test_six_digits_send_themselves_once(visitor):
    visitor.comes().opens().leaves().types("48 15-16")
    visitor.page.locator(".done").wait_for()
    assert visitor.api.sent("/v1/signups/chl_1/confirmation") == [{"code": DIGITS}]


def test_a_wrong_code_tells_how_many_tries_are_left_and_is_not_tried_again_by_itself(visitor):
    visitor.comes().opens().leaves().types("111111")
    expect(visitor.fault).to_have_text("That code is not right. Tries left: 2.")
    expect(visitor.page.locator("#code")).to_be_focused()
    visitor.page.locator("#code").press("End")
    visitor.page.locator("#code").press("Space")
    assert len(visitor.api.sent("/v1/signups/chl_1/confirmation")) == 1
    visitor.page.locator("#code").fill("")
    visitor.types()
    expect(visitor.page.locator(".ticket")).to_have_text(CODE)


@pytest.mark.parametrize(
    "fault",
    [
        (410, "challenge_over", {}),
        (404, "challenge_not_found", {}),
        (422, "wrong_code", {"attempts_left": 0}),
    ],
)
def test_when_no_try_is_left_the_way_begins_anew(visitor, fault):
    status, code, more = fault
    visitor.api.fail("/v1/signups/chl_1/confirmation", status, code, **more)
    visitor.comes().opens().leaves().types()
    expect(visitor.fault).to_have_text("That code no longer works. Please leave your number again.")
    expect(visitor.page.locator("#phone")).to_be_visible()
    assert "challenge" not in visitor.stored()


def test_a_challenge_that_expires_while_one_waits_says_so(visitor):
    visitor.api.lives = 2
    visitor.comes().opens().leaves()
    visitor.page.locator("#code").wait_for()
    expect(visitor.fault).to_have_text("That code no longer works. Please leave your number again.")


def test_the_text_can_be_sent_again_after_a_countdown(visitor):
    visitor.api.resend_after = 2
    visitor.comes().opens().leaves()
    button = visitor.page.get_by_role("button", name=re.compile("^Send again"))
    expect(button).to_have_text(re.compile(r"Send again in [12] s"))
    expect(button).to_have_attribute("aria-disabled", "true")
    button.click(force=True)
    expect(button).to_have_text("Send again")
    assert visitor.api.sent("/v1/signups/chl_1/resend") == []
    button.click()
    expect(visitor.page.get_by_text("We have sent it again.")).to_be_visible()
    expect(button).to_have_attribute("aria-disabled", "true")


def test_who_asks_too_soon_waits_as_long_as_the_api_says(visitor):
    visitor.api.resend_after = 0
    visitor.api.fail("/v1/signups/chl_1/resend", 429, "too_soon", retry_after=17)
    visitor.comes().opens().leaves()
    visitor.page.get_by_role("button", name="Send again").click()
    expect(visitor.fault).to_have_text("You can ask again in 17 s.")
    expect(visitor.page.get_by_role("button", name=re.compile(r"Send again in 1\d s"))).to_be_visible()


def test_a_number_can_be_changed(visitor):
    visitor.comes().opens().leaves()
    visitor.page.get_by_role("button", name="Change number").click()
    expect(visitor.page.locator("#phone")).to_be_focused()
    assert visitor.page.locator("#phone").input_value() == ""


def test_a_reload_goes_on_where_the_visitor_was_and_no_number_is_kept(visitor):
    visitor.comes().opens().leaves()
    visitor.page.locator("#code").wait_for()
    visitor.page.reload()
    visitor.types()
    expect(visitor.page.locator(".ticket")).to_have_text(CODE)


def test_who_closed_the_dialog_finds_the_code_field_behind_the_teaser(visitor):
    visitor.comes().opens().leaves()
    visitor.page.locator("#code").wait_for()
    visitor.page.keyboard.press("Escape")
    visitor.page.reload()
    expect(visitor.teaser).to_be_visible()
    expect(visitor.dialog).not_to_be_visible()
    visitor.opens()
    expect(visitor.page.locator("#code")).to_be_visible()


def test_a_lost_connection_is_told_and_can_be_tried_again(visitor):
    visitor.comes().opens()
    visitor.api.cut = True
    visitor.leaves()
    expect(visitor.fault).to_have_text(re.compile("Check your connection"))
    visitor.api.cut = False
    visitor.page.locator("button.main").click()
    expect(visitor.page.locator("#code")).to_be_visible()


def test_a_browser_that_hears_text_messages_types_the_code_itself_and_stops_listening_after(visitor):
    visitor.context.add_init_script(
        """window.OTPCredential = class {};
        navigator.credentials.get = ({ otp, signal }) => new Promise((hear) => {
          window.asked = otp.transport.join(); signal.onabort = () => (window.aborted = true);
          window.bring = (code) => hear({ code });
        });"""
    )
    visitor.comes().opens().leaves()
    visitor.page.locator("#code").wait_for()
    assert visitor.page.evaluate("asked") == "sms"
    visitor.page.evaluate(f"bring('{DIGITS}')")
    expect(visitor.page.locator(".ticket")).to_have_text(CODE)
    assert visitor.page.evaluate("aborted")


def test_a_lead_who_comes_back_is_welcomed(visitor):
    visitor.api.outcome = {"lead": {"lead_id": "led_1", "status": "confirmed", "returning": True}}
    visitor.comes().signs_up()
    expect(visitor.page.get_by_role("heading", name="Welcome back! This is your code.")).to_be_visible()
