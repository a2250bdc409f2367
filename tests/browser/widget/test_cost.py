"""What the widget costs the page that bears it: bytes, time at load, movement."""

import gzip
from statistics import median

from tests.browser.samples import quiet

LOADS = 9
LARGEST = 10_000
"""Bytes as they travel, compressed."""

EMPTY_PAGE_MS = 60
"""What all tasks of the page with an empty script take where nothing else runs; a busy machine gets as much more."""

BOUNDS = ((0, "ScriptDuration", 15), (1, "ScriptDuration", 60), (1, "TaskDuration", 150))
"""Milliseconds beyond an empty script, at load and once the teaser is there; people feel a task longer than 50."""


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


def test_loading_it_takes_next_to_nothing_of_the_main_thread(meet, api):
    api.files["/empty.js"] = ("text/javascript", "")
    empty: Loads = []
    ours: Loads = []
    # In turns, so that whatever else keeps the machine busy meets both; each in a browser that has seen nothing yet.
    for _ in range(LOADS):
        empty.append(_spent(meet(reduced_motion="reduce"), "/empty.js"))
        ours.append(_spent(meet(reduced_motion="reduce"), "/widget.js"))
    slow = max(1.0, _median(empty, 0, "TaskDuration") / EMPTY_PAGE_MS)
    told = []
    for moment, name, most in BOUNDS:
        spent = _median(ours, moment, name) - _median(empty, moment, name)
        told.append(f"{name} {('at load', 'until shown')[moment]}: {spent:.1f} ms of {most * slow:.0f}")
        assert spent < most * slow, told
    print(*told, f"an empty page: {_median(empty, 0, 'TaskDuration'):.1f} ms", sep="\n")


def _median(loads: Loads, moment: int, name: str) -> float:
    return median(load[moment][name] for load in loads)


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
