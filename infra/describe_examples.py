"""Writes the document's examples from the samples of requests: `python -m infra.describe_examples`."""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.route import JSON
from twofold.entrypoints.openapi import EXAMPLES

SAMPLES = Path(__file__).parents[1] / "events"


def examples() -> str:
    """Body, path and query of each route's sample, as far as it has them, as JSON."""
    files = [path for kind in ("callbacks", "http") for path in sorted((SAMPLES / kind).glob("*.json"))]
    by_key = {sample["routeKey"]: sample for sample in map(_read, files) if "routeKey" in sample}
    found: dict[str, Any] = {}
    for route in ROUTES:
        key = f"{route.method} {route.path}"
        sample = by_key.get(key, {})
        parts = {
            "body": _body(sample) if route.body and route.sends == JSON else None,
            "path": sample.get("pathParameters"),
            "query": sample.get("queryStringParameters"),
        }
        found[key] = {name: part for name, part in parts.items() if part}
    return json.dumps({key: told for key, told in found.items() if told}, indent=1, ensure_ascii=False) + "\n"


def _body(sample: dict[str, Any]) -> Any:
    text = sample.get("body", "null")
    return json.loads(b64decode(text) if sample.get("isBase64Encoded") else text)


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


if __name__ == "__main__":
    EXAMPLES.write_text(examples(), "utf-8")
