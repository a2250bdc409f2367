"""What a visitor can do with the discount code, now and on another day."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.samples import CODE

FRIENDS = "https://go.saffrongarden.example/R7K2M9QXW4F7"


@pytest.fixture
def lead(visitor):
    """Somebody with a code, and everything that may come with it."""
    visitor.api.outcome = {
        "referral_url": FRIENDS,
        "magnet": {"title": "Twelve recipes", "url": "https://saffrongarden.example/m/token"},
    }
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return visitor.comes().signs_up()


def test_the_code_is_copied(lead):
    lead.page.get_by_role("button", name="Copy the code").click()
    expect(lead.page.get_by_text("Copied", exact=True)).to_be_visible()
    assert lead.page.evaluate("navigator.clipboard.readText()") == CODE
    assert lead.heard("copied")


def test_the_code_is_applied_on_the_shops_own_site_whatever_its_base_says(visitor):
    visitor.shop.head = '<base href="https://elsewhere.example/deep/">'
    visitor.comes("/products/tea").signs_up()
    visitor.page.evaluate("addEventListener('twofold:applied', () => localStorage.setItem('applied', '1'))")
    visitor.page.get_by_role("link", name="Use it in the shop").click()
    visitor.page.wait_for_url(f"{visitor.shop.origin}/discount/{CODE}")
    assert visitor.page.evaluate("localStorage.getItem('applied')") == "1"


@pytest.mark.parametrize(
    ("pattern", "href"),
    [
        (
            "https://shop.example/discount/{code}?redirect=/cart",
            "https://shop.example/discount/A%2FB%3F%26?redirect=/cart",
        ),
        ("javascript:alert('{code}')", None),
        ("data:text/html,{code}", None),
    ],
)
def test_only_addresses_of_the_web_are_followed_and_the_code_is_encoded(visitor, pattern, href):
    assert visitor.asks("flow/links.js", f'applying("{pattern}", "A/B?&")') == href


def test_a_shop_that_takes_no_link_has_the_copy_button_alone(visitor):
    visitor.api.settings.pop("apply_url")
    visitor.comes().signs_up()
    expect(visitor.page.locator(".main")).to_have_text("Copy the code")
    expect(visitor.page.get_by_role("link", name="Use it in the shop")).to_have_count(0)


def test_expiry_page_magnet_and_friends_link_stand_there(lead):
    expect(lead.page.get_by_text("Valid until December 22, 2099")).to_be_visible()
    page = lead.page.get_by_role("link", name="Open my code's page")
    expect(page).to_have_attribute("href", f"{lead.api.origin}/c/{CODE}")
    magnet = lead.page.get_by_role("link", name="Twelve recipes")
    expect(magnet).to_have_attribute("href", "https://saffrongarden.example/m/token")
    lead.page.get_by_role("button", name="Share the link").click()
    expect(lead.page.get_by_text("Link copied")).to_be_visible()
    assert lead.page.evaluate("navigator.clipboard.readText()") == FRIENDS


def test_where_the_system_can_share_it_does(lead):
    lead.page.evaluate("navigator.share = (what) => { window.shared = what; return Promise.resolve(); }")
    lead.page.get_by_role("button", name="Share the link").click()
    lead.page.wait_for_function("window.shared")
    assert lead.page.evaluate("shared") == {
        "url": FRIENDS,
        "text": "20 % off your first buffet at Saffron Garden",
    }
    expect(lead.page.get_by_text("Link copied")).to_have_count(0)


def test_the_teaser_becomes_your_code_and_opens_it_again(lead):
    lead.page.get_by_role("button", name="Close").click()
    lead.page.reload()
    expect(lead.teaser).to_have_text(re.compile("Your code"))
    lead.opens()
    expect(lead.page.locator(".ticket")).to_have_text(CODE)
    assert len(lead.api.sent("/v1/signups")) == 1


def test_a_spent_code_is_shown_as_spent(visitor):
    visitor.api.outcome = {
        "discount": {
            "code": CODE,
            "title": "20 %",
            "redeem_url": "https://x.example/c",
            "qr_url": "",
            "state": "redeemed",
        }
    }
    visitor.comes().signs_up()
    expect(visitor.page.get_by_role("heading", name="This code has already been used.")).to_be_visible()
    expect(visitor.page.get_by_role("button", name="Copy the code")).to_have_count(0)


@pytest.mark.parametrize(
    ("why", "words"), [("promised", "Yours comes by text"), ("used_up", "have been given out")]
)
def test_who_gets_no_code_is_told_why_and_keeps_the_rest(lead, meet, why: str, words: str):
    lead.api.outcome |= {"discount": None, "no_code": why}
    other = meet().comes().signs_up()
    expect(other.page.get_by_role("heading", name="Thank you!")).to_be_visible()
    expect(other.page.locator(".done")).to_contain_text(words)
    expect(other.page.locator(".ticket, .stub")).to_have_count(0)
    expect(other.page.get_by_role("button", name="Copy the code")).to_have_count(0)
    expect(other.page.get_by_role("link", name="Twelve recipes")).to_be_visible()
    expect(other.page.get_by_role("button", name="Share the link")).to_be_visible()
    assert other.complaints == []


def test_who_got_no_code_is_not_asked_again(visitor):
    visitor.api.outcome = {"discount": None, "no_code": "promised"}
    visitor.comes().signs_up()
    visitor.page.get_by_role("button", name="Close").click()
    expect(visitor.teaser).not_to_be_visible()
    visitor.comes()
    visitor.page.wait_for_timeout(300)
    expect(visitor.teaser).not_to_be_visible()
    assert len(visitor.api.sent("/v1/signups")) == 1


def test_once_a_code_is_over_nothing_is_offered_again(lead):
    key = "twofold:ast_widget"
    lead.page.evaluate(
        f"""(() => {{ const kept = JSON.parse(localStorage.getItem("{key}"));
        kept.outcome.discount.expires_at = "2020-01-01T00:00:00Z";
        localStorage.setItem("{key}", JSON.stringify(kept)); }})()"""
    )
    lead.comes()
    lead.page.wait_for_timeout(300)
    expect(lead.teaser).not_to_be_visible()


def test_a_code_of_ones_own_stays_within_reach_though_the_teaser_was_sent_away_before(visitor):
    visitor.comes().page.get_by_role("button", name="Hide this offer").click()
    visitor.page.evaluate("twofold.open()")
    visitor.leaves().types().page.locator(".done").wait_for()
    visitor.page.keyboard.press("Escape")
    expect(visitor.teaser).to_contain_text("Your code")


def test_a_language_in_the_older_spelling_is_understood(visitor):
    visitor.api.settings["locale"] = "pt_BR"
    visitor.comes().signs_up()
    expect(visitor.page.get_by_text("Valid until 22 de dezembro de 2099")).to_be_visible()
    assert visitor.api.sent("/v1/signups")[0]["locale"] == "pt_BR"
