"""Somebody at the till, with the shop's page on a phone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol, Self

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

from tests.browser.chromium import PHONE
from tests.browser.staff.till import CODE, KEY, Till


class Reached(Protocol):
    origin: str


@dataclass
class Clerk:
    page: Page
    site: Reached
    context: BrowserContext
    complaints: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def with_a(cls, window: Browser, site: Reached, **traits: Any) -> Iterator[Self]:
        context = window.new_context(**{**PHONE, "locale": "en-GB", "timezone_id": "Europe/Vienna", **traits})
        context.set_default_timeout(8_000)
        clerk = cls(context.new_page(), site, context)
        clerk.page.on("pageerror", lambda error: clerk.complaints.append(str(error)))
        clerk.page.on("console", clerk._hear)
        yield clerk
        context.close()

    @property
    def till(self) -> Till:
        """The API of these tests; where real functions answer, there is none."""
        assert isinstance(self.site, Till)
        return self.site

    def _hear(self, line: ConsoleMessage) -> None:
        if line.type == "error" and "Failed to load resource" not in line.text:
            self.complaints.append(line.text)

    def comes(self, key: str | None = KEY) -> Self:
        self.page.goto(f"{self.site.origin}/staff" + (f"#{key}" if key else ""))
        return self

    def types(self, code: str = CODE) -> Self:
        self.page.locator("#code").fill(code)
        self.page.get_by_role("button", name="Check").click()
        return self

    def fills(self, basket: str = "48.50") -> Self:
        self.page.locator("#basket").fill(basket)
        return self

    def redeems(self, basket: str = "48.50") -> Self:
        self.fills(basket)
        self.press("Redeem")
        return self

    def press(self, name: str) -> None:
        self.page.locator("#view").get_by_role("button", name=name).click()

    @property
    def verdict(self) -> Locator:
        return self.page.get_by_role("status")

    @property
    def rows(self) -> Locator:
        return self.page.locator("#recent li")

    def kept(self) -> str:
        found: str = self.page.evaluate("JSON.stringify(localStorage)")
        return found
