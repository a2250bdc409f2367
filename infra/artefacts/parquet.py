"""The layer of the one function that writes Parquet: pyarrow as locked, without what it would do beside that.

As it comes it has some 150 MiB, of which a layer may not hold much more beside the others: 250 MB unzipped is the most
for a function and all of its layers (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
"""

from pathlib import Path

from infra.artefacts import vendor
from infra.artefacts.bytecode import compile_tree
from infra.artefacts.target import Target

UNUSED = (
    *("include", "includes", "src", "tests", "vendored", "interchange"),
    *("*.pyx", "*.pxi", "*.pxd"),
    *("_flight*", "_s3fs*", "_gcsfs*", "_azurefs*", "_hdfs*", "_orc*", "_feather*", "_json*", "_cuda*"),
    *("_dataset*", "_substrait*", "_acero*", "_parquet_encryption*", "_pyarrow_cpp_tests*"),
    *("libarrow_flight*", "libarrow_s3*", "libarrow_python_flight*", "libarrow_python_parquet_encryption*"),
    # The wheel holds this library three times; what links to it asks for the name that stays.
    *("libarrow_python.so", "libarrow_python.so.*.*.*"),
)
"""Servers, clouds, other formats, sources. What is left is what `pyarrow.parquet` is linked to."""


def install(lock: Path, to: Path, target: Target) -> None:
    """Raises CalledProcessError as `vendor.install` does."""
    packages = to / "python"
    vendor.fetch(lock, packages, target)
    vendor.take_away(packages, vendor.UNUSED)
    vendor.take_away(packages / "pyarrow", UNUSED)
    compile_tree(to, target, "/opt")
