"""botocore describes every AWS service; reading those files is much of a cold start, so only ours stay."""

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

SERVICES = ("lambda", "scheduler")
"""Those that an adapter makes a botocore client for; all others are called without one (adapters/signed.py)."""

ENDPOINTS = "endpoints.json"
PROSE = ("documentation", "documentationUrl")
EXAMPLES = "examples-*.json*"


def trim(data: Path) -> None:
    """Drops other services, examples and prose. What remains answers every call as before."""
    for entry in sorted(data.iterdir()):
        if entry.is_dir() and entry.name not in SERVICES:
            shutil.rmtree(entry)
    for path in sorted(data.rglob(EXAMPLES)):
        path.unlink()
    for path in sorted(data.rglob("*.json.gz")):
        _unpack(path)
    _only_our_endpoints(data / ENDPOINTS)


def _unpack(path: Path) -> None:
    model = json.loads(gzip.decompress(path.read_bytes()))
    _write(path.with_suffix(""), _silent(model))
    path.unlink()


def _silent(node: Any) -> Any:
    """The same model without its prose. A *member* may be called documentation too; that one is a mapping."""
    if isinstance(node, dict):
        return {k: _silent(v) for k, v in node.items() if not (k in PROSE and isinstance(v, str))}
    return [_silent(item) for item in node] if isinstance(node, list) else node


def _only_our_endpoints(path: Path) -> None:
    endpoints = json.loads(path.read_text())
    for partition in endpoints["partitions"]:
        services = partition["services"]
        partition["services"] = {name: services[name] for name in SERVICES if name in services}
    _write(path, endpoints)


def _write(path: Path, document: Any) -> None:
    path.write_text(json.dumps(document, separators=(",", ":")))
