"""What a newcomer lives in the browser, on a running stack: from the teaser to the order, from a poster to a code."""

import re
import time
from collections.abc import Iterator

import httpx
import pytest
from boto3.dynamodb.conditions import Key
from playwright.sync_api import Browser, Page, expect

from infra.local.demo.scene import any_mobile, wait_for
from tests.browser.chromium import DESKTOP, PHONE
from tests.stack import Stack
from twofold.contracts.instants import now

TWENTY_SECONDS = 20.0
"""Within which a visitor should have their code, by the product's promise; the stack is warm by then."""


@pytest.fixture
def phone(window: Browser) -> Iterator[Page]:
    context = window.new_context(**PHONE, locale="en-GB", timezone_id="Europe/Warsaw")
    yield context.new_page()
    context.close()


def texted(stack: Stack, number: str) -> str:
    """The digits that came by SMS."""
    texts = wait_for(lambda: stack.texts(number), bool, patience=40)
    found = re.search(r"\b\d{6}\b", texts[0]["text"])
    assert found
    return found[0]


def test_from_the_teaser_to_an_order_that_costs_less(stack: Stack, phone: Page):
    complaints: list[str] = []
    phone.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    number = any_mobile()
    phone.goto(f"{stack.shop}/products/buffet-for-one")
    phone.get_by_role("button", name="Add to the cart").click()
    phone.locator(".invite").click()
    phone.locator("#phone").fill(number)
    phone.locator("#consent").check()
    began = time.monotonic()
    phone.locator("button.main").click()
    phone.locator("dialog #code").fill(texted(stack, number))
    phone.locator(".done").wait_for(timeout=TWENTY_SECONDS * 1000)
    took = time.monotonic() - began
    phone.get_by_role("link", name="Use it in the shop").click()
    expect(phone.locator(".applied")).to_contain_text("20 % off")
    phone.get_by_label("Market Square 4").check()
    phone.get_by_role("button", name="Place the order").click()
    phone.wait_for_url(f"{stack.shop}/orders/*")
    expect(phone.locator("main")).to_contain_text("20 % off your first buffet")
    assert not complaints
    print(f"\nnumber left to code on the screen: {took:.1f} s")


def test_from_a_poster_to_a_code_without_javascript(stack: Stack, window: Browser):
    context = window.new_context(**PHONE, java_script_enabled=False, locale="en-GB")
    page, number = context.new_page(), any_mobile()
    slug = stack.table("assets").get_item(Key={"asset_id": "ast_window_poster"})["Item"]["slug"]
    page.goto(f"{stack.site}/{slug.lower()}?utm_source=window")
    assert re.search(r"/j/ast_window_poster\?.*tf_visit=vst_", page.url)
    page.locator("#phone").fill(number)
    page.locator("#consent").check(force=True)
    page.locator("button.main").click()
    page.locator("#code").fill(texted(stack, number))
    page.locator("button.main").click()
    page.locator(".ticket").wait_for()
    assert page.locator(".ticket").inner_text().startswith("BUF")
    context.close()
    counted = stack.table("metrics").query(
        KeyConditionExpression=Key("scope").eq("asset#ast_window_poster")
        & Key("bucket").begins_with(f"{now().date().isoformat()}#scanned#phone#window//#")
    )
    assert counted["Items"]


def test_a_preview_of_a_link_goes_on_and_is_no_visit(stack: Stack):
    slug = stack.table("assets").get_item(Key={"asset_id": "ast_table_tent"})["Item"]["slug"]
    for agent in ("WhatsApp/2.24.6.77 A", "facebookexternalhit/1.1"):
        answer = httpx.get(f"{stack.site}/{slug}", headers={"user-agent": agent})
        assert (answer.status_code, answer.headers["location"]) == (302, f"{stack.site}/j/ast_table_tent")


def test_at_an_unknown_link_a_person_is_told_so_kindly(stack: Stack, window: Browser):
    page = window.new_context(**DESKTOP, locale="de-DE").new_page()
    answer = page.goto(f"{stack.site}/ZZZZ22")
    assert answer
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("Hier ist nichts")
