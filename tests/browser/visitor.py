"""Somebody at a shop's page: what they do, and what their browser heard meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

from tests.browser.api import Api
from tests.browser.chromium import DESKTOP
from tests.browser.samples import ASSET, DIGITS, NUMBER
from tests.browser.shop import Shop

HEAR = """
window.heard = [];
for (const name of ["shown", "opened", "dismissed", "signed-up", "confirmed", "copied", "applied"])
  addEventListener(`twofold:${name}`, ({ detail }) => heard.push([name, detail]));
addEventListener("unhandledrejection", ({ reason }) => heard.push(["unhandled", String(reason)]));
"""


@dataclass
class Visitor:
    page: Page
    shop: Shop
    api: Api
    context: BrowserContext
    complaints: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def with_a(cls, window: Browser, shop: Shop, api: Api, **traits: Any) -> Iterator[Self]:
        context = window.new_context(**{**DESKTOP, "locale": "en-US", "timezone_id": "UTC", **traits})
        context.add_init_script(HEAR)
        visitor = cls(context.new_page(), shop, api, context)
        visitor._listen()
        yield visitor
        context.close()

    def _listen(self) -> None:
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._overhear)

    def _overhear(self, line: ConsoleMessage) -> None:
        if line.type == "error":
            self.complaints.append(line.text)

    def comes(self, path: str = "/", *, settled: bool = True) -> Self:
        """To a page of the shop; once the widget has its settings and has had its moment."""
        self.page.goto(f"{self.shop.origin}{path}")
        if settled:
            self.page.wait_for_selector("twofold-widget", state="attached")
        return self

    def opens(self) -> Self:
        self.page.locator(".invite").click()
        self.dialog.wait_for()
        return self

    def leaves(self, number: str = NUMBER, *, agrees: bool = True) -> Self:
        self.page.locator("#phone").fill(number)
        self.page.locator("#consent").set_checked(agrees)
        self.page.locator("button.main").click()
        return self

    def types(self, digits: str = DIGITS) -> Self:
        self.page.locator("#code").press_sequentially(digits)
        return self

    def signs_up(self) -> Self:
        """All the way to the discount code."""
        self.opens().leaves().types()
        self.page.locator(".done").wait_for()
        return self

    @property
    def dialog(self) -> Locator:
        return self.page.locator("dialog")

    @property
    def teaser(self) -> Locator:
        return self.page.locator(".teaser")

    @property
    def fault(self) -> Locator:
        return self.page.locator("#fault")

    def asks(self, module: str, expression: str) -> Any:
        """What a module of the source says, all of its exports being at hand."""
        if self.page.url == "about:blank":
            self.page.goto(f"{self.shop.origin}/src/{module}")
        names = "Object.keys(module).join(',')"
        return self.page.evaluate(
            f"import('/src/{module}').then((module) => "
            f"new Function(`{{${{{names}}}}}`, 'return ' + {expression!r})(module))"
        )

    def stored(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(
            f"JSON.parse(localStorage.getItem('twofold:{ASSET}') ?? '{{}}')"
        )
        return found

    def told(self, kind: str, times: int = 1) -> list[dict[str, Any]]:
        """The visits of one kind that were reported, once there are so many."""
        for _ in range(100):
            if len(self.api.told(kind)) >= times:
                break
            self.page.wait_for_timeout(50)
        return self.api.told(kind)

    def hears(self, name: str, times: int = 1) -> Self:
        """Goes on once an event was heard so many times."""
        self.page.wait_for_function(f"heard.filter(([name]) => name === '{name}').length >= {times}")
        return self

    def heard(self, name: str | None = None) -> list[Any]:
        """The events on the window, by name and detail."""
        events = self.page.evaluate("heard")
        return [event for event in events if name in (None, event[0])]
