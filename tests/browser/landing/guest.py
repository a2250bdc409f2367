"""Somebody at the landing page, with scripts or without."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

from playwright.sync_api import Browser, ConsoleMessage

from tests.browser.landing.site import Site
from tests.browser.person import Person

NUMBER = "+48 601 234 567"


class Guest(Person[Site]):
    @classmethod
    @contextmanager
    def with_a(cls, window: Browser, site: Site, **traits: Any) -> Iterator[Self]:
        """What the console says of an error is a complaint too."""
        with super().with_a(window, site, **traits) as guest:
            guest.page.on("console", guest._hear)
            yield guest

    def _hear(self, line: ConsoleMessage) -> None:
        if line.type == "error":
            self.complaints.append(line.text)

    def comes(self, query: str = "", asset_id: str = "ast_landing") -> Self:
        self.page.goto(f"{self.site.origin}/j/{asset_id}{query}")
        return self

    def leaves(self, number: str = NUMBER, *, agrees: bool = True) -> Self:
        self.page.locator("#phone").fill(number)
        self.page.locator("#consent").set_checked(agrees, force=True)
        self.page.locator("button.main").click()
        return self

    def waits(self) -> Self:
        self.page.locator("#code").wait_for()
        return self

    @property
    def digits(self) -> str:
        self.site.house.send("signup.requested.v1")
        return self.site.house.text()[:6]

    def ends(self) -> Self:
        self.page.locator(".ticket").wait_for()
        return self

    @property
    def ticket(self) -> str:
        return self.page.locator(".ticket").inner_text()

    @property
    def path(self) -> str:
        return re.sub(r"^\w+://[^/]+", "", self.page.url)
