"""Somebody before one of our own pages, and two whom tests of each such page send: without scripts, and anywhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic, Self, TypeVar

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import PHONE, SIZES

S = TypeVar("S")


@dataclass
class Person(Generic[S]):
    """`complaints` are the page's own: what its scripts threw."""

    page: Page
    site: S
    complaints: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def with_a(cls, window: Browser, site: S, **traits: Any) -> Iterator[Self]:
        context = window.new_context(**{**PHONE, "locale": "en-GB", "timezone_id": "Europe/Warsaw", **traits})
        person = cls(context.new_page(), site)
        person.page.on("pageerror", lambda error: person.complaints.append(str(error)))
        yield person
        context.close()


@pytest.fixture
def plain(window: Browser, site: Any, somebody: type[Person[Any]]) -> Iterator[Person[Any]]:
    """`somebody` with a phone that runs no scripts."""
    with somebody.with_a(window, site, java_script_enabled=False) as person:
        yield person


@pytest.fixture(params=sorted(SIZES))
def anywhere(request, window: Browser, site: Any, somebody: type[Person[Any]]) -> Iterator[Person[Any]]:
    """`somebody` on a phone and on a desktop."""
    with somebody.with_a(window, site, **SIZES[request.param]) as person:
        yield person
