"""Somebody who looks at their code, on a clock that a test turns."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self

from playwright.sync_api import Browser, Locator, Page

from tests.browser.chromium import PHONE
from tests.browser.code.site import Site
from tests.fakes.code_pages import CODE
from twofold.contracts.payloads import CodeStatus


@dataclass
class Customer:
    page: Page
    site: Site
    complaints: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def with_a(cls, window: Browser, site: Site, **traits: Any) -> Iterator[Self]:
        context = window.new_context(**{**PHONE, "locale": "en-GB", "timezone_id": "Europe/Warsaw", **traits})
        customer = cls(context.new_page(), site)
        customer.page.on("pageerror", lambda error: customer.complaints.append(str(error)))
        yield customer
        context.close()

    def comes(self, query: str = "") -> Self:
        if not self.page.url.startswith("http"):
            self.page.clock.install()
        self.page.goto(f"{self.site.origin}/c/{CODE}{query}")
        return self

    def waits(self, seconds: float) -> Self:
        self.page.clock.run_for(int(seconds * 1000))
        return self

    def learns(self, status: CodeStatus) -> Self:
        """The code changes, and the page asks the next time."""
        self.site.status = status
        return self.waits(5)

    @property
    def state(self) -> Locator:
        return self.page.locator("#state")

    @property
    def told(self) -> Locator:
        return self.page.locator("#told")
