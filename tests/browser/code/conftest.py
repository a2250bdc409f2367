"""A customer before the page of their code."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.code.customer import Customer
from tests.browser.code.site import Site, script
from tests.browser.person import anywhere, plain
from tests.browser.serving import serving

__all__ = ["anywhere", "plain"]


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site(script())
    with serving(site) as site.origin:
        yield site


@pytest.fixture
def somebody() -> type[Customer]:
    return Customer


@pytest.fixture
def customer(window: Browser, site: Site) -> Iterator[Customer]:
    """With a phone that runs scripts."""
    with Customer.with_a(window, site) as customer:
        yield customer
