"""A customer before the page of their code."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import SIZES
from tests.browser.code.customer import Customer
from tests.browser.code.site import Site, script
from tests.browser.serving import serving


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site(script())
    with serving(site) as site.origin:
        yield site


@pytest.fixture
def customer(window: Browser, site: Site) -> Iterator[Customer]:
    """With a phone that runs scripts."""
    with Customer.with_a(window, site) as customer:
        yield customer


@pytest.fixture
def plain(window: Browser, site: Site) -> Iterator[Customer]:
    """With a phone that runs none."""
    with Customer.with_a(window, site, java_script_enabled=False) as customer:
        yield customer


@pytest.fixture(params=sorted(SIZES))
def anywhere(request, window: Browser, site: Site) -> Iterator[Customer]:
    """On a phone and on a desktop."""
    with Customer.with_a(window, site, **SIZES[request.param]) as customer:
        yield customer
