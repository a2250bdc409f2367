"""The page that shows the API, on a phone and on a desktop, by day and by night, under its own security policy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from infra.artefacts import ROOT
from tests.browser.chromium import SIZES
from twofold.contracts.routes.catalogue import ROUTES
from twofold.entrypoints.describing.page import FOLDER, page
from twofold.entrypoints.openapi import described
from twofold.entrypoints.pages import SAFE

SITE = "https://twofold.example"
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture(
    params=[(size, scheme) for size in sorted(SIZES) for scheme in ("light", "dark")], ids="-".join
)
def shown(request: pytest.FixtureRequest, window: Browser) -> Iterator[Page]:
    size, scheme = request.param
    text, style = page(described(SITE)), (FOLDER / "docs.css").read_text("utf-8")

    def answer(route: Route) -> None:
        if route.request.url.endswith(".css"):
            route.fulfill(body=style, content_type="text/css", headers=SAFE)
        else:
            route.fulfill(body=text, content_type="text/html; charset=utf-8", headers=SAFE)

    context = window.new_context(**SIZES[size], color_scheme=scheme)
    opened = context.new_page()
    opened.route("**/*", answer)
    opened.goto(f"{SITE}/v1/docs")
    yield opened
    context.close()


def _open_all(shown: Page) -> None:
    shown.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def test_its_own_policy_hinders_nothing(shown: Page):
    said: list[str] = []
    shown.on("console", lambda message: said.append(message.text))
    shown.reload()
    assert said == []
    assert shown.evaluate("getComputedStyle(document.querySelector('nav ul')).display") == "flex"


def test_every_address_can_be_opened_by_keyboard(shown: Page):
    assert shown.locator("details").count() == len(ROUTES)
    shown.locator("#patch_lead > summary").press("Enter")
    assert shown.locator("#patch_lead a[href='#type-LeadPatch']").is_visible()


def test_nothing_has_to_be_scrolled_sideways(shown: Page):
    _open_all(shown)
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_nothing(shown: Page):
    _open_all(shown)
    shown.evaluate(AXE)
    broken, passed = shown.evaluate(
        "axe.run().then(({ violations, passes }) => [violations.map(({ id }) => id), passes.length])"
    )
    assert broken == []
    assert passed > 5, "axe looked at nothing"
