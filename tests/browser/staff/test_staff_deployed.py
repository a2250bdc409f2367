"""The page with the functions that are deployed, on an AWS in this process: one store judges what two phones ask."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.landing.site import Site
from tests.browser.serving import Answered, Asked, serving
from tests.browser.staff.clerk import Clerk
from tests.fakes.aws import FakeAws
from tests.functions.booted import booted
from tests.functions.house import House
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.partners.keys import mint_key

Hire = Callable[[str], Clerk]


@dataclass
class Line(Site):
    """A line that does as it is asked and loses `lost` answers to redemptions."""

    lost: int = 0

    def answer(self, asked: Asked) -> Answered | None:
        answered = super().answer(asked)
        if asked.path.endswith("/redemptions") and self.lost:
            self.lost -= 1
            return None
        return answered


@pytest.fixture
def site(server: FakeAws, scripts: dict[str, str]) -> Iterator[Line]:
    server.empty()
    built = {f"/static/{name}": ("text/javascript; charset=utf-8", text) for name, text in scripts.items()}
    with booted(server) as start:
        site = Line(House(start, server), built)
        with serving(site) as site.origin:
            yield site


@pytest.fixture
def hire(window: Browser, site: Line) -> Iterator[Hire]:
    """Somebody at a place, who has opened their device's link."""
    with ExitStack() as hired:

        def at(place: str) -> Clerk:
            secret, key = mint_key("Till 2", ("codes:read", "codes:redeem"), place)
            DynamoKeyBook().put(key)
            return hired.enter_context(Clerk.with_a(window, site)).comes(secret)

        yield at


def told(site: Line, kind: str) -> list[dict[str, object]]:
    events = [json.loads(row["event"]) for row in site.house.ledger() if row["type"] == kind]
    return [event["data"] for event in events]


def pays(clerk: Clerk, code: str) -> None:
    clerk.types(code).fills("48.50").page.locator("#currency").select_option("EUR")
    clerk.press("Redeem")


def test_a_code_is_redeemed_at_the_device_s_place_and_taken_back(hire: Hire, site: Line):
    code = site.house.code()
    clerk = hire("vienna-1")
    expect(clerk.page.locator("#device")).to_contain_text("Till 2")
    pays(clerk, code)
    expect(clerk.verdict).to_have_text("Redeemed · −\u2060€9.70")
    (redeemed,) = told(site, "code.redeemed.v1")
    assert (redeemed["amount"], redeemed["currency"], redeemed["location"]) == (4850, "EUR", "vienna-1")
    clerk.press("Undo")
    expect(clerk.verdict).to_contain_text("Taken back")
    assert [event["whole"] for event in told(site, "code.rolled_back.v1")] == [True]
    assert not clerk.complaints


def test_an_answer_that_is_lost_leaves_one_redemption_in_the_store(hire: Hire, site: Line):
    code, site.lost = site.house.code(), 2
    clerk = hire("vienna-1")
    pays(clerk, code)
    expect(clerk.verdict).to_contain_text("Not confirmed yet")
    clerk.page.reload()
    expect(clerk.rows).to_contain_text(["Redeemed · −\u2060€9.70"], timeout=10_000)
    assert len(told(site, "code.redeemed.v1")) == 1
    assert len([asked for asked in site.seen if asked.path.endswith("/redemptions")]) >= 3


def test_two_devices_and_one_code_are_one_redemption(hire: Hire, site: Line):
    code = site.house.code()
    first, second = hire("vienna-1"), hire("graz")
    for clerk in (first, second):
        clerk.types(code).fills("48.50").page.locator("#currency").select_option("EUR")
    first.press("Redeem")
    expect(first.verdict).to_contain_text("Redeemed")
    second.press("Redeem")
    expect(second.verdict).to_have_text("Not redeemedThis code was used already.")
    assert [event["location"] for event in told(site, "code.redeemed.v1")] == ["vienna-1"]


def test_what_is_not_good_or_not_there_is_red(hire: Hire, site: Line):
    code = site.house.code()
    clerk = hire("vienna-1")
    expect(clerk.types("NEVERWAS").verdict).to_have_text(
        "Not goodThere is no such code. Look at its letters once more."
    )
    clerk.press("Another code")
    pays(clerk, code)
    expect(clerk.verdict).to_contain_text("Redeemed")
    clerk.press("Next code")
    expect(clerk.types(code).verdict).to_have_text("Not goodThis code was used already.")


def test_a_key_that_is_none_opens_nothing(window: Browser, site: Line):
    with Clerk.with_a(window, site) as clerk:
        clerk.comes("tf_never")
        expect(clerk.page.get_by_role("heading", name="This device’s link is no longer good")).to_be_visible()
