"""As many coupons as a file may have, in little memory, though whoever reads them dies on the way."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.imports.million import BAD_EVERY

ROOT = Path(__file__).parents[3]
MOST_MB = 256


def measured(lines: int, kills: int) -> dict[str, float]:
    """In a process of its own: what this one has used tells nothing."""
    command = [sys.executable, "-m", "tests.unit.imports.million", str(lines), str(kills)]
    path = os.pathsep.join((str(ROOT), str(ROOT / "layers/twofold/python")))
    told = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    print(told.stdout)
    found: dict[str, float] = json.loads(told.stdout)
    return found


def insist(told: dict[str, float], lines: int, kills: int) -> None:
    bad = -(-lines // BAD_EVERY)
    assert (told["lines"], told["added"], told["known"], told["bad"]) == (lines, lines - bad, 0, bad)
    assert told["pool"] == lines - bad
    assert told["runs"] == kills + 1
    assert told["peak_mb"] < MOST_MB


def test_100_000_coupons_are_taken_in_though_the_reader_dies_twice():
    insist(measured(100_000, kills=2), 100_000, kills=2)


@pytest.mark.prove
def test_a_million_coupons_are_taken_in_in_less_than_256_mb_though_the_reader_dies_five_times():
    insist(measured(1_000_000, kills=5), 1_000_000, kills=5)
