"""A code on a phone, and the till that spends it: functions as they are deployed, on an AWS in this process."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.code.site import script
from tests.browser.landing.guest import Guest
from tests.browser.landing.site import Site
from tests.browser.serving import serving
from tests.fakes import sample_events
from tests.fakes.aws import FakeAws
from tests.functions.booted import booted
from tests.functions.house import House


@pytest.fixture
def deployed(server: FakeAws) -> Iterator[Site]:
    server.empty()
    files = {"/static/code.js": ("text/javascript; charset=utf-8", script())}
    with booted(server) as start:
        site = Site(House(start, server), files)
        with serving(site) as site.origin:
            yield site


def till(site: Site, sample: str, body: dict[str, Any], **part: Any) -> dict[str, Any]:
    event = sample_events.http(sample, body=body, headers=site.house.key(), **part)
    with site.lock:
        told = site.house.ask("redeem_codes", event)
    assert told.status in (200, 201), told.text
    return told.json


def test_the_phone_shows_what_the_till_does(window: Browser, deployed: Site):
    code = deployed.house.code()
    with Guest.with_a(window, deployed) as guest:
        guest.page.clock.install()
        guest.page.goto(f"{deployed.origin}/c/{code}")
        state = guest.page.locator("#state")
        expect(state).to_have_text(re.compile("Show this at the till"))

        def later() -> None:
            guest.page.clock.run_for(5_000)

        till(deployed, "reserve", {"cart_id": "cart-1"}, code=code)
        later()
        expect(state).to_have_text(re.compile("Kept for a cart"))
        order = {"order_id": "1042", "amount": 8_900, "currency": "PLN", "cart_id": "cart-1"}
        spent = till(deployed, "redeem", order, code=code)
        later()
        expect(state).to_have_text(re.compile("Redeemed. Thank you!"))
        till(deployed, "roll_back", {"reason": "returned"}, redemption_id=str(spent["redemption_id"]))
        later()
        expect(state).to_have_text(re.compile("Good again"))
        till(deployed, "revoke", {"reason": "lost phone"}, code=code)
        later()
        expect(state).to_have_text(re.compile("This code was withdrawn"))
        assert guest.complaints == []
