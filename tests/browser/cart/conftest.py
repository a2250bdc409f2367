"""The cart page's script in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from infra.artefacts import ROOT, browser
from tests.browser.cart.till import Api, CartPage, Customer
from tests.browser.serving import serving


@pytest.fixture(scope="session")
def scripts() -> dict[str, str]:
    """The cart's and the widget's, as they are uploaded."""
    built = browser.bundled(ROOT / "functions" / "serve_pages")
    return {f"/{name}": built[name].read_text("utf-8") for name in ("cart.js", "widget.js")}


@pytest.fixture
def api(scripts: dict[str, str]) -> Iterator[Api]:
    api = Api(scripts)
    with serving(api) as api.origin:
        yield api


@pytest.fixture
def shop(api: Api) -> Iterator[CartPage]:
    shop = CartPage(api.origin)
    with serving(shop) as shop.origin:
        yield shop


@pytest.fixture
def customer(window: Browser, shop: CartPage, api: Api) -> Iterator[Customer]:
    context = window.new_context(locale="en-US")
    context.set_default_timeout(5_000)
    context.add_init_script("addEventListener('unhandledrejection', ({ reason }) => { throw reason; });")
    customer = Customer(context.new_page(), shop, api)
    customer.page.on("pageerror", lambda error: customer.complaints.append(str(error)))
    yield customer
    context.close()
