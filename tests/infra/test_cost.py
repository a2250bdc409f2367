"""What the stack costs is what `docs/cost.md` says, and within its budgets.

`python -m tests.bench.cost --write` renews the page.
"""

import os
import re
import subprocess
import sys
from collections import Counter

import pytest

from infra.artefacts import ROOT

PAGE = ROOT / "docs" / "cost.md"
NEAR = 100
"""Cents: a few bytes more in a row are no news."""


@pytest.fixture(scope="module")
def counted():
    """In a process of its own: a walk connects to tables that no other test knows."""
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "layers" / "twofold" / "python")))
    command = [sys.executable, "-m", "tests.bench.cost"]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_million_signups_and_an_idle_month_are_within_their_budgets(counted):
    assert counted.returncode == 0, counted.stdout + counted.stderr


def test_the_page_says_what_is_counted_today(counted):
    """To one dollar. A row that is missing on either side stands for nothing."""
    told, today = _cents(PAGE.read_text("utf-8")), _cents(counted.stdout)
    assert today
    assert not {row: today[row] for row in told | today if abs(told[row] - today[row]) > NEAR}


def _cents(text: str) -> Counter[str]:
    """Cents by the title of the table and the name of the row."""
    cents: Counter[str] = Counter()
    title = ""
    for name, usd in re.findall(r"^\| (.+?) \|.*\| \**(USD|[\d,]+\.\d\d)\** \|$", text, re.MULTILINE):
        if usd == "USD":
            title = name
        else:
            cents[f"{title}: {name}"] = round(float(usd.replace(",", "")) * 100)
    return cents
