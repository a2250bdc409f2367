"""What the widget tells: our API of the visit, the shop's analytics of each step, and nobody of anything else."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.samples import ASSET, CODE, DIGITS, NUMBER, quiet

FROM_AN_AD = (
    "/?tf_visit=vst_scan1&tf_ref=R7K2M9QXW4F7&utm_source=poster&utm_medium=qr&utm_other=x&secret=hush"
)


def test_each_step_is_an_event_with_asset_and_variant_alone(visitor):
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.comes().signs_up()
    visitor.page.get_by_role("button", name="Copy the code").click()
    visitor.page.wait_for_function("heard.some(([name]) => name === 'copied')")
    told = [[name, detail] for name, detail in visitor.heard()]
    detail = {"asset_id": ASSET, "variant": None}
    assert told == [[name, detail] for name in ("shown", "opened", "signed-up", "confirmed", "copied")]


def test_closing_without_a_code_is_a_dismissal_and_with_one_is_not(visitor):
    visitor.comes().opens()
    visitor.page.keyboard.press("Escape")
    visitor.hears("dismissed").signs_up()
    visitor.page.keyboard.press("Escape")
    expect(visitor.teaser).to_contain_text("Your code")
    assert len(visitor.heard("dismissed")) == 1
    assert len(visitor.told("dismissed")) == 1


def test_a_teaser_that_is_sent_away_is_a_dismissal(visitor):
    visitor.comes().page.get_by_role("button", name="Hide this offer").click()
    assert len(visitor.heard("dismissed")) == 1
    assert len(visitor.told("dismissed")) == 1


def test_it_is_told_as_shown_once_for_each_time_that_somebody_is_here(visitor):
    visitor.page.clock.install()
    visitor.comes().comes("/menu").comes("/cart")
    assert len(visitor.told("shown")) == 1
    visitor.page.clock.fast_forward("31:00")
    visitor.comes()
    assert len(visitor.told("shown", 2)) == 2


def test_how_the_visitor_came_is_remembered_and_goes_with_the_signup(visitor):
    visitor.comes(FROM_AN_AD).comes("/menu?token=secret").signs_up()
    (signup,) = visitor.api.sent("/v1/signups")
    assert signup["visit_id"] == "vst_scan1"
    assert signup["referral"] == "R7K2M9QXW4F7"
    assert signup["utm"] == {"utm_source": "poster", "utm_medium": "qr"}
    assert signup["page_url"] == f"{visitor.shop.origin}/menu"


@pytest.mark.parametrize(
    "query",
    ["tf_visit=<script>&tf_ref=nobody", "tf_visit=vst_" + "x" * 99, "utm_source=", "utm_campaign[]=1"],
)
def test_a_strange_address_is_not_believed(visitor, query):
    visitor.comes(f"/?{query}").signs_up()
    (signup,) = visitor.api.sent("/v1/signups")
    assert {"referral", "utm"}.isdisjoint(signup)
    assert signup.get("visit_id") in (None, "vst_new")


def test_opening_begins_the_visit_that_the_signup_belongs_to(visitor):
    visitor.comes().opens()
    visitor.page.wait_for_function(f"localStorage.getItem('twofold:{ASSET}').includes('vst_new')")
    visitor.leaves()
    visitor.page.locator("#code").wait_for()
    (signup,) = visitor.api.sent("/v1/signups")
    assert signup["visit_id"] == "vst_new"
    assert len(visitor.told("opened")) == 1


def test_one_line_or_one_attribute_tells_what_is_viewed(visitor):
    visitor.shop.body = (
        '<main data-twofold-viewed="menu"><button data-twofold-viewed="booking-started">Book</button>'
        '<section data-twofold-viewed="Not A Label"></section></main>'
    )
    visitor.comes()
    assert [told["label"] for told in visitor.told("viewed")] == ["menu"]
    visitor.page.evaluate(
        "document.body.addEventListener('click', (e) => e.stopImmediatePropagation(), true)"
    )
    visitor.page.get_by_text("Book").click()
    visitor.page.evaluate(
        "twofold.viewed('gift-card'); twofold.viewed('menu'); twofold.viewed(); twofold.viewed({})"
    )
    assert {told["label"] for told in visitor.told("viewed", 3)} == {"menu", "booking-started", "gift-card"}
    visitor.page.wait_for_timeout(300)
    assert len(visitor.told("viewed")) == 3


def test_what_is_viewed_is_told_even_when_the_click_leads_away(visitor):
    visitor.shop.body = '<a href="/booking" data-twofold-viewed="booking-started">Book</a>'
    visitor.comes().page.get_by_text("Book").click()
    visitor.page.wait_for_url("**/booking")
    assert [told["label"] for told in visitor.told("viewed")] == ["booking-started"]


def test_nothing_private_leaves_the_widget(visitor):
    visitor.page.add_init_script(
        """window.overheard = [];
        for (const kind of ["keydown", "keyup", "keypress", "input", "beforeinput", "paste", "change", "submit"])
          document.addEventListener(kind, (event) => overheard.push([kind, event.key, event.data]));"""
    )
    visitor.comes().opens()
    visitor.page.locator("#phone").press_sequentially(NUMBER)
    visitor.page.locator("#consent").check()
    visitor.page.locator("button.main").click()
    visitor.types().page.locator(".done").wait_for()
    assert visitor.page.evaluate("overheard") == []
    kept = visitor.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    outside = visitor.page.evaluate("document.documentElement.outerHTML + location.href + document.title")
    told = str(visitor.heard()) + str([asked for asked in visitor.api.seen if asked.path == "/v1/visits"])
    for place in (kept, outside, told):
        digits = re.sub(r"\D", "", place)
        assert "601234567" not in digits
        assert DIGITS not in place
    assert CODE in kept
    assert CODE not in outside + told
    assert visitor.page.evaluate("document.cookie") == ""
    assert all("601234567" not in asked.path + asked.query for asked in visitor.api.seen)


def test_each_asset_has_one_key(visitor):
    visitor.comes().signs_up()
    assert visitor.page.evaluate("Object.keys(localStorage)") == [f"twofold:{ASSET}"]
    assert visitor.page.evaluate("Object.keys(sessionStorage)") == []


VARIANTS = [
    {"name": "plain", "share": 1, "texts": {}, "theme": {}},
    {
        "name": "loud",
        "share": 0,
        "texts": {"teaser": "{brand} pays {title}"},
        "theme": {"accent": "#00695c"},
        "rules": quiet(popup_after_s=4),
    },
]


def test_a_variant_brings_its_own_texts_theme_and_rules_and_is_named_everywhere(visitor):
    visitor.api.settings["variants"] = [{**VARIANTS[0], "share": 0}, {**VARIANTS[1], "share": 1}]
    visitor.comes()
    assert visitor.teaser.inner_text().startswith("Saffron Garden pays 20 % off")
    assert visitor.teaser.evaluate("(pill) => getComputedStyle(pill).backgroundColor") == "rgb(0, 105, 92)"
    visitor.signs_up()
    assert visitor.api.sent("/v1/signups")[0]["variant"] == "loud"
    assert {told["variant"] for told in visitor.told("shown") + visitor.told("opened")} == {"loud"}
    assert {detail["variant"] for _, detail in visitor.heard()} == {"loud"}


def test_a_visitor_sees_the_same_variant_each_time(visitor):
    visitor.api.settings["variants"] = [{**VARIANTS[0], "share": 1}, {**VARIANTS[1], "share": 1}]
    seen = {visitor.comes(f"/{n}").teaser.inner_text() for n in range(5)}
    assert len(seen) == 1


@pytest.mark.parametrize(("shares", "wanted"), [([1, 1], 0.5), ([9, 1], 0.9), ([1, 3], 0.25), ([0, 5], 0.0)])
def test_variants_are_shared_out_as_they_weigh(visitor, shares, wanted):
    names = "".join(f"{{name: '{n}', share: {share}}}," for n, share in enumerate(shares))
    drawn = visitor.asks(
        "flow/variants.js",
        f"Array.from({{length: 4000}}, (_, n) => pick([{names}], n * 104729, 'ast_w').name)",
    )
    # Three times the standard deviation of 4000 draws is below 0.024.
    assert abs(drawn.count("0") / len(drawn) - wanted) < 0.024


def test_an_asset_draws_apart_from_another(visitor):
    both = visitor.asks(
        "flow/variants.js",
        "Array.from({length: 400}, (_, n) => ['ast_a', 'ast_b'].map((asset) => "
        "pick([{name: 'x', share: 1}, {name: 'y', share: 1}], n, asset).name).join(''))",
    )
    assert {"xx", "xy", "yx", "yy"} == set(both)


def test_who_opens_it_before_the_page_rests_has_a_variant_that_stays(visitor):
    visitor.api.settings["variants"] = [{**VARIANTS[0], "share": 1}, {**VARIANTS[1], "share": 1}]
    visitor.shop.body = "<script>addEventListener('DOMContentLoaded', () => twofold.open())</script>"
    visitor.comes().dialog.wait_for()
    first = visitor.heard("opened")[0][1]["variant"]
    assert visitor.stored()["chance"] > 0
    visitor.comes("/again").dialog.wait_for()
    assert visitor.heard("opened")[0][1]["variant"] == first
