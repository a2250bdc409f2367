"""Runs in a bare interpreter: one start, as cold as it gets, and what it took.

`probe.py NAME` imports the function NAME's handler; `probe.py` alone is the reference: botocore and one client.
"""

import resource
import sys
from importlib import import_module
from importlib.machinery import SourceFileLoader
from pathlib import Path

compiled: list[str] = []
_compile = SourceFileLoader.source_to_code


def _noting(self, data, path, *rest, **more):
    compiled.append(path)
    return _compile(self, data, path, *rest, **more)


def start() -> None:
    if len(sys.argv) > 1:
        assert callable(import_module("handler").handle)
    else:
        import botocore.session

        botocore.session.get_session().create_client("dynamodb")


def peak_memory() -> int:
    """In kB. The kernel's own mark of this program: `ru_maxrss` would tell of the parent's size too."""
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


SourceFileLoader.source_to_code = _noting  # type: ignore[method-assign]
start()
spent = resource.getrusage(resource.RUSAGE_SELF)
memory = peak_memory()

import json  # noqa: E402 - whatever is measured does not pay for our own report

print(
    json.dumps({"cpu": spent.ru_utime + spent.ru_stime, "memory": memory, "compiled": compiled}),
    file=sys.__stdout__,
)
