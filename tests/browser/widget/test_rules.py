"""When the widget may speak up: decided apart from any page, by the settings and what is remembered."""

import json
from typing import Any

import pytest

from tests.browser.samples import quiet

DAY = 86_400_000
NOW = 100 * DAY
OUTCOME = {"discount": {"code": "X", "expires_at": "2099-01-01T00:00:00Z"}}
SPENT = {"discount": {"code": "X", "state": "redeemed"}}


@pytest.fixture
def may(visitor):
    def decide(what: str, seen: dict[str, Any], *, path: str = "/", here: int = 10_000, **rules) -> bool:
        told = f"{json.dumps(quiet(**rules))}, {json.dumps(seen)}, '{path}', {NOW}, {NOW - here}"
        return bool(visitor.asks("widget/decide.js", f"{what}({told})"))

    return decide


def test_a_new_visitor_is_greeted(may):
    assert may("mayTease", {})
    assert may("mayPopUp", {})


def test_a_popup_never_comes_on_entry(may):
    assert not may("mayPopUp", {}, here=2_999)
    assert may("mayPopUp", {}, here=3_000)


def test_after_a_signup_there_is_no_popup_and_the_teaser_only_keeps_the_code(may):
    assert not may("mayPopUp", {"outcome": OUTCOME})
    assert may("mayTease", {"outcome": OUTCOME})
    assert not may("mayTease", {"outcome": SPENT})


def test_a_popup_that_was_closed_leaves_the_teaser_and_is_quiet_for_some_days(may):
    assert may("mayTease", {"shut": NOW - 6 * DAY})
    assert not may("mayPopUp", {"shut": NOW - 6 * DAY})
    assert may("mayPopUp", {"shut": NOW - 7 * DAY})
    assert may("mayPopUp", {"shut": NOW - 1}, quiet_days_after_dismissal=0)


def test_a_teaser_that_was_sent_away_takes_the_popup_with_it(may):
    assert not may("mayTease", {"waved": NOW - 6 * DAY})
    assert not may("mayPopUp", {"waved": NOW - 6 * DAY})
    assert may("mayTease", {"waved": NOW - 7 * DAY})


def test_popups_are_few(may):
    assert may("mayPopUp", {"popups": [NOW - 1, NOW - 2]})
    assert not may("mayPopUp", {"popups": [NOW - 1, NOW - 2, NOW - 3]})
    assert may("mayPopUp", {"popups": [NOW - 1, NOW - 2, NOW - 30 * DAY]})
    assert not may("mayPopUp", {}, most_popups=0)


def test_a_campaign_may_do_without_a_teaser(may):
    assert not may("mayTease", {}, teaser=False)


@pytest.mark.parametrize(
    ("pages", "not_pages", "path", "speaks"),
    [
        ([], [], "/anything", True),
        (["/menu"], [], "/menu", True),
        (["/menu"], [], "/menu/tea", False),
        (["/menu*"], [], "/menu/tea", True),
        (["*/tea"], [], "/menu/tea", True),
        (["/a.b"], [], "/axb", False),
        (["/(x|y)+[z]"], [], "/(x|y)+[z]", True),
        ([], ["/checkout*"], "/checkout/pay", False),
        (["/shop/*"], ["/shop/cart"], "/shop/cart", False),
    ],
)
def test_pages_are_chosen_by_their_paths(may, pages, not_pages, path, speaks):
    assert may("mayTease", {}, path=path, pages=pages, not_pages=not_pages) == speaks
    assert may("mayPopUp", {}, path=path, pages=pages, not_pages=not_pages) == speaks


DOWN = [(1000, 0)]
FLICK = [(940, 16), (860, 32), (780, 48)]
CRAWL = [(1000 - 10 * n, 16 * n) for n in range(1, 60)]


def later(way, milliseconds):
    return [(y, at + milliseconds) for y, at in way]


@pytest.mark.parametrize(
    ("way", "touch", "fires"),
    [
        (DOWN + FLICK, True, True),
        (DOWN + later(FLICK, 9000), True, True),
        (DOWN + FLICK, False, False),
        (DOWN + CRAWL, True, False),
        (DOWN + FLICK[:2], True, False),
        ([(780, 0), (860, 16), (940, 32), (1200, 48)], True, False),
        (DOWN + FLICK[:2] + later(FLICK[2:], 400), True, False),
    ],
    ids=["flick", "after reading", "mouse", "crawl", "a little", "down", "in two sweeps"],
)
def test_only_a_quick_way_back_up_by_touch_looks_like_leaving(visitor, way, touch, fires):
    judge = f"[quickBackUp({json.dumps(touch)})].map((of) => {json.dumps(way)}.map(([y, at]) => of(y, at)).pop())[0]"
    assert visitor.asks("widget/triggers.js", judge) is fires
