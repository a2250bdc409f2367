"""The same rows, whatever the format; each file is what its readers expect."""

import csv
import io
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as arrow
import pytest
from pyarrow import parquet

from tests.fakes.exported import without_empty
from tests.unit.exports.desk import Desk
from twofold.exports.tables.leads import COLUMNS

FORMATS = ("csv", "jsonl", "parquet")


def written(desk: Desk, form: str) -> list[bytes]:
    desk.open(export_id=f"exp_{form}", format=form)
    assert desk.write(f"exp_{form}") == "finished"
    return desk.files.of(f"exp_{form}")


@pytest.mark.parametrize("form", FORMATS)
def test_every_row_stands_in_it_as_it_is(desk: Desk, form: str):
    assert len(written(desk, form)) == 3
    wanted = desk.wanted(f"exp_{form}")
    assert desk.rows(f"exp_{form}") == (without_empty(wanted) if form == "csv" else wanted)
    assert len(wanted) == desk.count


def test_all_formats_hold_the_same_rows(desk: Desk):
    for form in FORMATS:
        written(desk, form)
    told = [without_empty(desk.rows(f"exp_{form}")) for form in FORMATS]
    assert told[0] == told[1] == told[2]


def test_a_csv_is_rfc_4180_in_utf_8_with_a_mark_for_excel(desk: Desk):
    for file in written(desk, "csv"):
        assert file.startswith(b"\xef\xbb\xbflead_id,status,phone,")
        lines = file.decode("utf-8-sig")
        assert lines.endswith("\r\n")
        rows = list(csv.reader(io.StringIO(lines, newline=""), strict=True))
        assert {len(row) for row in rows} == {len(COLUMNS)}
    assert b'"{""first_name"":""' in file


def test_no_cell_of_a_csv_begins_a_formula_but_a_number(desk: Desk):
    for file in written(desk, "csv"):
        for row in csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")):
            begins = {cell[0] for cell in row if cell and cell[0] in "=+-@＝＋－＠\t\r"}
            assert begins <= {"+"}
            assert row[2] == "phone" or row[2][1:].isdigit()


def test_parquet_has_types_and_is_packed(desk: Desk):
    file = parquet.ParquetFile(arrow.BufferReader(written(desk, "parquet")[0]))
    types = {field.name: str(field.type) for field in file.schema_arrow}
    assert types["confirmed_at"] == "timestamp[ms, tz=UTC]"
    assert (types["version"], types["phone"]) == ("int64", "string")
    assert types["tags"].startswith("list<")
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"


@pytest.mark.parametrize("form", FORMATS)
def test_duckdb_opens_it(desk: Desk, form: str, tmp_path: Path):
    for number, file in enumerate(written(desk, form)):
        (tmp_path / f"part-{number}.{form}").write_bytes(file)
    reader = {"csv": "read_csv", "jsonl": "read_json", "parquet": "read_parquet"}[form]
    asked = f"FROM {reader}('{tmp_path}/part-*.{form}')"
    wanted = "count(*), count(*) FILTER (status = 'opted_out'), max(lead_id)"
    assert queried(f"SELECT {wanted} {asked}") == [(2_500, 358, "LEAD0000002499")]
    kinds = {row[0]: row[1] for row in queried(f"DESCRIBE SELECT version, confirmed_at {asked}")}
    assert kinds["version"] == "BIGINT"
    assert kinds["confirmed_at"].startswith("TIMESTAMP")


def queried(query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect() as database:
        return database.execute(query).fetchall()


def test_an_export_of_nothing_has_no_file(desk: Desk):
    desk.source.count = desk.count = 0
    assert written(desk, "parquet") == []
