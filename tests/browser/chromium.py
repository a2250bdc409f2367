"""The browser that the tests look through, if this machine has one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, sync_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36"
"""People's browsers: one that calls itself headless is taken for a machine."""

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "user_agent": IPHONE,
}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "user_agent": WINDOWS}
SIZES = {"phone": PHONE, "desktop": DESKTOP}


@contextmanager
def started(path: str, *more: str) -> Iterator[Browser]:
    """`more` are switches beside the usual ones."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *more])
        yield browser
        browser.close()
