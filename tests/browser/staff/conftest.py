"""The page for a shop's people as it is built, an API that speaks the contract, and somebody with a phone."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from infra.artefacts import ROOT, browser
from tests.browser.serving import serving
from tests.browser.staff.clerk import Clerk
from tests.browser.staff.till import Till

Hire = Callable[..., Clerk]


@pytest.fixture(scope="session")
def scripts() -> dict[str, str]:
    """As they are uploaded."""
    built = browser.bundled(ROOT / "functions" / "serve_pages")
    return {name: path.read_text("utf-8") for name, path in built.items()}


@pytest.fixture
def till(scripts: dict[str, str]) -> Iterator[Till]:
    till = Till(scripts)
    with serving(till) as till.origin:
        yield till


@pytest.fixture
def hire(window: Browser, till: Till) -> Iterator[Hire]:
    """People with phones of their own."""
    with ExitStack() as hired:
        yield lambda **traits: hired.enter_context(Clerk.with_a(window, till, **traits))


@pytest.fixture
def clerk(hire: Hire) -> Clerk:
    return hire()
