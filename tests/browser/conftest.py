"""A real browser, a page of a shop, and an API of another origin that speaks the contract."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from infra.artefacts import ROOT, browser
from infra.commands.browser import MISSING, found
from tests.browser import chromium
from tests.browser.api import Api
from tests.browser.serving import serving
from tests.browser.shop import Shop
from tests.browser.visitor import Visitor

Meet = Callable[..., Visitor]


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    """As long as a file of tests: while it is open, Playwright keeps this thread's event loop to itself."""
    path = found()
    if path is None:
        pytest.skip(MISSING)
    with chromium.started(path) as window:
        yield window


def pytest_terminal_summary(terminalreporter) -> None:
    """What was not looked at is said where nobody overlooks it, whichever process did not look."""
    skipped = terminalreporter.stats.get("skipped", ())
    if any(MISSING in str(report.longrepr) for report in skipped):
        terminalreporter.section("NO BROWSER: nothing was tried in one", red=True, bold=True)
        terminalreporter.line(MISSING)


@pytest.fixture(scope="session")
def script() -> str:
    """The widget, as it is uploaded."""
    return browser.bundled(ROOT / "functions" / "serve_pages")["widget.js"].read_text("utf-8")


@pytest.fixture
def api(script: str) -> Iterator[Api]:
    api = Api({"/widget.js": ("text/javascript", script)})
    with serving(api) as api.origin:
        yield api


@pytest.fixture
def shop(api: Api) -> Iterator[Shop]:
    shop = Shop(api.origin)
    with serving(shop) as shop.origin:
        yield shop


@pytest.fixture
def visitor(window: Browser, shop: Shop, api: Api) -> Iterator[Visitor]:
    """Somebody with a desktop browser."""
    with Visitor.with_a(window, shop, api) as visitor:
        yield visitor


@pytest.fixture
def meet(window: Browser, shop: Shop, api: Api) -> Iterator[Meet]:
    """Visitors with browsers of other traits, each with a memory of their own."""
    with ExitStack() as met:
        yield lambda **traits: met.enter_context(Visitor.with_a(window, shop, api, **traits))


@pytest.fixture(params=sorted(chromium.SIZES))
def anywhere(request, window: Browser, shop: Shop, api: Api) -> Iterator[Visitor]:
    """The same on a phone and on a desktop."""
    with Visitor.with_a(window, shop, api, **chromium.SIZES[request.param]) as visitor:
        yield visitor
