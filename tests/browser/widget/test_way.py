"""From a number to a discount code, in a real browser."""

import re

from playwright.sync_api import expect

from tests.browser.samples import ASSET, CODE, NUMBER


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
