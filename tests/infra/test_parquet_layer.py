"""The layer that writes Parquet does so with what is left of it, and leaves room for the others."""

import subprocess
import sys
from pathlib import Path

import pytest

from infra.artefacts import BuiltArtefacts
from infra.artefacts.target import LAMBDA, host

LIMIT_MB = 250
"""Of a function and all of its layers, unzipped: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html"""

ROUND = """
import io, sys
sys.path.insert(0, sys.argv[1])
import pyarrow as arrow
from pyarrow import parquet
assert arrow.__file__.startswith(sys.argv[1])
schema = arrow.schema([("at", arrow.timestamp("ms", tz="UTC")), ("tags", arrow.list_(arrow.string()))])
file = io.BytesIO()
with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
    writer.write_table(arrow.table({"at": [0], "tags": [["a"]]}, schema=schema))
print(parquet.read_table(io.BytesIO(file.getvalue())).num_rows)
"""


def test_it_writes_parquet_with_what_is_left_of_it():
    packages = BuiltArtefacts(target=host()).parquet() / "python"
    command = [sys.executable, "-I", "-S", "-c", ROUND, str(packages)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "1\n"
    assert list(packages.glob("*.dist-info/licenses/*"))


@pytest.mark.parametrize("target", [host(), LAMBDA], ids=["here", "lambda"])
def test_all_layers_together_are_small_enough_for_lambda(target):
    artefacts = BuiltArtefacts(target=target)
    layers = (artefacts.vendor(), artefacts.product(), artefacts.parquet(), artefacts.function("export_data"))
    sizes = [_megabytes(folder) for folder in layers]
    print(target.key, "vendor, product, parquet, function:", [round(size) for size in sizes])
    assert sum(sizes) < LIMIT_MB


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1_000_000
