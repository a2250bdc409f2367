"""As many leads as an import may have, exported in little memory, though whoever writes them dies on the way."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.exported import READERS, without_empty
from tests.unit.exports.desk import job, person
from twofold.exports.columns import Row
from twofold.exports.tables.leads import COLUMNS
from twofold.exports.tables.table import table_of

ROOT = Path(__file__).parents[3]
MOST_MB = 512
FORMATS = ("csv", "jsonl", "parquet")


def measured(leads: int, form: str, kills: int, folder: Path) -> dict[str, float]:
    """In a process of its own: what this one has used tells nothing."""
    command = [sys.executable, "-m", "tests.unit.exports.million", str(leads), form, str(kills), str(folder)]
    path = os.pathsep.join((str(ROOT), str(ROOT / "layers/twofold/python")))
    told = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    print(form, told.stdout)
    found: dict[str, float] = json.loads(told.stdout)
    return found


def insist(leads: int, form: str, kills: int, folder: Path) -> None:
    told = measured(leads, form, kills, folder)
    assert (told["rows"], told["files"]) == (leads, -(-leads // 250_000))
    assert told["killed"] >= kills
    assert told["peak_mb"] < MOST_MB
    same(leads, form, folder)


def same(leads: int, form: str, folder: Path) -> None:
    """Row by row what was to be exported, in its order, and nothing behind it."""
    table, asked, rows = table_of("leads", None), job(), _exported(form, folder)
    for number in range(leads):
        wanted = table.row_for(person(number), asked)
        assert wanted
        (plain,) = without_empty([wanted])
        assert next(rows) == plain
    assert next(rows, None) is None


def _exported(form: str, folder: Path) -> Iterator[Row]:
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            yield from without_empty_each(READERS[form](file, COLUMNS))


def without_empty_each(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        yield from without_empty([row])


@pytest.mark.parametrize("form", FORMATS)
def test_20_000_leads_are_exported_though_the_writer_dies_twice(form: str, tmp_path: Path):
    insist(20_000, form, 2, tmp_path)


@pytest.mark.prove
@pytest.mark.parametrize("form", FORMATS)
def test_a_million_leads_are_exported_in_less_than_512_mb_though_the_writer_dies_four_times(
    form: str, tmp_path: Path
):
    insist(1_000_000, form, 4, tmp_path)
