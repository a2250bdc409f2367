"""Somebody who looks at their code, on a clock that a test turns."""

from typing import Self

from playwright.sync_api import Locator

from tests.browser.code.site import Site
from tests.browser.person import Person
from tests.fakes.code_pages import CODE
from twofold.contracts.payloads.codes import CodeStatus


class Customer(Person[Site]):
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
