"""What the stack costs is what `docs/cost.md` says, and within its bounds.

`python -m tests.bench.cost --write` renews the page.
"""

import os
import re
import subprocess
import sys
from collections import Counter

import pytest

from infra.artefacts import ROOT
from tests.bench.cost import IDLE_MOST, MILLION_MOST, SIGNUPS, VISITS, VISITS_MOST, WHOLE, WHOLE_MOST

PAGE = ROOT / "docs" / "cost.md"
NEAR = 100
"""Cents: a few bytes more in a row are no news."""

ROW = r"^\| (.+?) \|.*\| \**(USD|[\d,]+\.\d\d)\** \|$"


@pytest.fixture(scope="module")
def counted() -> Counter[str]:
    """In a process of its own: a walk connects to tables that no other test knows."""
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "layers" / "twofold" / "python")))
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.cost"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    cents = _cents(done.stdout)
    assert cents, done.stderr
    return cents


def test_an_idle_month_is_within_its_budget(counted: Counter[str]):
    assert 0 < _together(counted, "an idle month") <= IDLE_MOST


def test_a_million_signups_are_within_their_budget(counted: Counter[str]):
    assert 0 < _together(counted, SIGNUPS) <= MILLION_MOST


def test_a_million_visits_are_within_their_bound(counted: Counter[str]):
    assert 0 < _together(counted, VISITS) <= VISITS_MOST


def test_reminder_click_and_receipts_come_on_top_and_stay_within_their_bound(counted: Counter[str]):
    assert _together(counted, SIGNUPS) < _together(counted, WHOLE) <= WHOLE_MOST


def test_the_page_says_what_is_counted_today(counted: Counter[str]):
    """To one dollar. A row that is missing on either side stands for nothing."""
    told = _cents(PAGE.read_text("utf-8"))
    assert not {row: counted[row] for row in told | counted if abs(told[row] - counted[row]) > NEAR}


def _together(cents: Counter[str], title: str) -> float:
    """US dollars: the sum of the table's rows."""
    (total,) = (each for row, each in cents.items() if row.startswith(f"{title}: **together**"))
    return total / 100


def _cents(text: str) -> Counter[str]:
    """Cents by the title of the table and the name of the row."""
    cents: Counter[str] = Counter()
    title = ""
    for name, usd in re.findall(ROW, text, re.MULTILINE):
        if usd == "USD":
            title = name
        else:
            cents[f"{title}: {name}"] = round(float(usd.replace(",", "")) * 100)
    return cents
