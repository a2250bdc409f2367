"""As many people as a file may have, in little memory, though whoever reads them dies on the way."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.imports.leads.million import BAD_EVERY, PENDING_EVERY

ROOT = Path(__file__).parents[4]
MOST_MB = 512


def measured(lines: int, kills: int) -> dict[str, float]:
    """In a process of its own: what this one has used tells nothing."""
    command = [sys.executable, "-m", "tests.unit.imports.leads.million", str(lines), str(kills)]
    path = os.pathsep.join((str(ROOT), str(ROOT / "layers/twofold/python")))
    told = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    print(told.stdout)
    found: dict[str, float] = json.loads(told.stdout)
    return found


def insist(told: dict[str, float], lines: int, kills: int) -> None:
    bad, pending = -(-lines // BAD_EVERY), lines // PENDING_EVERY
    confirmed = lines - bad - pending
    assert (told["lines"], told["confirmed"], told["pending"], told["bad"]) == (
        lines,
        confirmed,
        pending,
        bad,
    )
    assert (told["stored_confirmed"], told["stored_pending"]) == (confirmed, pending)
    assert (told["links"], told["events"]) == (confirmed, confirmed + pending)
    assert told["noted"] == told["faulty"] == bad
    assert (told["known"], told["suppressed"], told["runs"]) == (0, 0, kills + 1)
    assert told["peak_mb"] < MOST_MB


def test_20_000_people_are_taken_in_though_the_reader_dies_four_times():
    insist(measured(20_000, kills=4), 20_000, kills=4)


@pytest.mark.prove
def test_a_million_people_are_taken_in_in_less_than_512_mb_though_the_reader_dies_five_times():
    insist(measured(1_000_000, kills=5), 1_000_000, kills=5)
