"""What the widget costs the page that bears it: bytes, time at load, movement."""

import gzip
from statistics import median

from tests.browser.samples import quiet

LOADS = 9
LARGEST = 10_000
"""Bytes as they travel, compressed."""

AT_LOAD_MS = 8
TILL_SHOWN_MS = 60
EMPTY_PAGE_MS = 60
"""Of the main thread beyond an empty script's, as medians: far above an idle machine's, far below what is felt."""


def test_it_is_one_small_file(script):
    assert len(gzip.compress(script.encode(), 9)) <= LARGEST
    assert "import" not in script.replace("important", "")


Loads = list[list[dict[str, float]]]


def _spent(visitor, source: str) -> list[dict[str, float]]:
    """Milliseconds of scripts and of all tasks: when the page has loaded, and when the teaser is there."""
    visitor.shop.source = source
    probe = visitor.context.new_cdp_session(visitor.page)
    probe.send("Performance.enable")
    visitor.page.goto(visitor.shop.origin)
    spent = [_metrics(probe)]
    if source == "/widget.js":
        visitor.teaser.wait_for()
    visitor.page.wait_for_timeout(300)
    return [*spent, _metrics(probe)]


def _metrics(probe) -> dict[str, float]:
    return {it["name"]: it["value"] * 1000 for it in probe.send("Performance.getMetrics")["metrics"]}


def _loads(meet, source: str) -> Loads:
    """Each in a browser that has seen nothing yet."""
    return [_spent(meet(), source) for _ in range(LOADS)]


def test_loading_it_takes_next_to_nothing_of_the_main_thread(meet, api):
    api.files["/empty.js"] = ("text/javascript", "")
    _loads(meet, "/widget.js")
    empty, ours = _loads(meet, "/empty.js"), _loads(meet, "/widget.js")
    # On a machine that is busy with other things the empty page takes longer too.
    slow = max(1.0, median(load[0]["TaskDuration"] for load in empty) / EMPTY_PAGE_MS)
    assert _beyond(ours, empty, 0, "ScriptDuration") < AT_LOAD_MS * slow
    assert _beyond(ours, empty, 1, "ScriptDuration") < TILL_SHOWN_MS * slow
    assert _beyond(ours, empty, 1, "TaskDuration") < 2 * TILL_SHOWN_MS * slow


def _beyond(ours: Loads, empty: Loads, moment: int, name: str) -> float:
    spent = median(load[moment][name] for load in ours) - median(load[moment][name] for load in empty)
    print(f"{name} {'until shown' if moment else 'at load'}: {spent:.1f} ms beyond an empty script")
    return spent


def test_before_the_page_has_loaded_nothing_is_asked_of_the_network(visitor):
    visitor.comes()
    asked, loaded = visitor.page.evaluate(
        """[performance.getEntriesByType("resource").find(({ name }) => name.includes("/v1/assets/")).startTime,
        performance.getEntriesByType("navigation")[0].loadEventStart]"""
    )
    assert asked > loaded


def test_nothing_on_the_page_moves(anywhere):
    anywhere.api.settings["rules"] = quiet(popup_after_s=3)
    anywhere.page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (moved += value)))
          .observe({ type: "layout-shift", buffered: true });"""
    )
    anywhere.comes()
    anywhere.dialog.wait_for()
    anywhere.page.keyboard.press("Escape")
    anywhere.page.wait_for_timeout(300)
    assert anywhere.page.evaluate("moved") == 0
