"""What the first view costs a phone, and whether it stands still meanwhile."""

import gzip
from urllib.parse import urlsplit

import pytest

from tests.browser.landing.guest import Guest

MOST_BYTES = 30_000
"""Of HTML, style and script together, compressed as the edge does."""

WATCH = """
window.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => (moved += entry.value)))
  .observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.largest = entry.element?.tagName)))
  .observe({ type: "largest-contentful-paint", buffered: true });
"""


def first_view(guest: Guest) -> dict[str, str]:
    """What was sent for it, by path."""
    guest.page.add_init_script(WATCH)
    guest.comes()
    guest.page.wait_for_load_state("networkidle")
    return dict(guest.site.sent)


def test_the_first_view_is_small_even_uncompressed(guest: Guest):
    sent = {path: body.encode() for path, body in first_view(guest).items() if path != "/v1/visits"}
    compressed = sum(len(gzip.compress(body, 6)) for body in sent.values())
    print(
        f"\nfirst view: {sum(map(len, sent.values()))} bytes, {compressed} compressed, {len(sent)} requests"
    )
    assert compressed < MOST_BYTES
    assert sum(map(len, sent.values())) < MOST_BYTES


def test_the_first_view_asks_for_four_files_of_ours_and_nobody_else_s(guest: Guest):
    asked: list[str] = []
    guest.page.on("request", lambda request: asked.append(request.url))
    paths = list(first_view(guest))
    assert {urlsplit(url).netloc for url in asked if url.startswith("http")} == {
        urlsplit(guest.site.origin).netloc
    }
    assert sorted(paths) == [
        "/a/ast_landing.css",
        "/j/ast_landing",
        "/static/landing.js",
        "/static/pages.css",
        "/v1/visits",
    ]


def test_nothing_moves_while_the_page_comes_and_its_largest_part_is_text(guest: Guest):
    first_view(guest)
    assert guest.page.evaluate("moved") == 0
    assert guest.page.evaluate("largest") in {"P", "H1", "LABEL"}


def test_the_page_can_be_used_before_its_script_comes(guest: Guest):
    guest.page.route("**/static/landing.js", lambda route: route.abort())
    guest.comes().leaves().waits()
    guest.page.locator("#code").fill(guest.digits)
    guest.page.locator("button.main").click()
    guest.ends()


@pytest.mark.parametrize("step", ["number", "code", "done"])
def test_a_thumb_hits_everything(guest: Guest, generous: str, step: str):
    guest.comes(asset_id=generous)
    if step != "number":
        guest.leaves().waits()
    if step == "done":
        guest.page.locator("#code").press_sequentially(guest.digits)
        guest.ends()
    small = guest.page.evaluate(
        """[...document.querySelectorAll("a, button, select, input:not([type=hidden]), label[for=consent]")]
           .filter((part) => part.type !== "checkbox" && part.offsetParent)
           .filter((part) => Math.min(part.getBoundingClientRect().width, part.getBoundingClientRect().height) < 44)
           .map((part) => part.outerHTML)"""
    )
    assert small == []


def test_the_box_is_ticked_by_a_tap_anywhere_beside_it(guest: Guest):
    guest.comes()
    box = guest.page.locator("#consent").bounding_box()
    assert box
    guest.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] - 6)
    assert guest.page.locator("#consent").is_checked()
