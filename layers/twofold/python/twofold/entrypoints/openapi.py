"""The OpenAPI 3.1 document, built from the routes, the types of their bodies and true samples of requests."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from twofold.contracts.payloads.problems import Problem
from twofold.contracts.routes.catalogue import ROUTES, SCOPES

from .describing.headers import HEADERS
from .describing.naming import GROUPS, group_of, operation_ids
from .describing.operation import Refs, operation

VERSION = "1.0.0"
EXAMPLES = Path(__file__).parent / "describing" / "examples.json"
"""Requests by their method and path; written by `python -m infra.describe_examples`."""

_REF = "#/components/schemas/{name}"
_ABOUT = """\
Leads, codes, orders, webhooks and files of a Twofold deployment. Keys go into `Authorization: Bearer tf_…`, and each
has scopes. Errors are problem documents (RFC 9457) with a stable `code` and the field at fault. Money is in minor
units, moments are ISO 8601 in UTC."""


def document(site: str) -> str:
    """The document as JSON; `site` is where this deployment answers."""
    return json.dumps(described(site))


def described(site: str) -> dict[str, Any]:
    """The document; `site` is where this deployment answers."""
    kinds = {kind for route in ROUTES for kind in (route.body, *route.answers.values()) if kind} | {Problem}
    ordered = sorted(kinds, key=lambda kind: kind.__name__)
    refs, schemas = msgspec.json.schema_components(ordered, ref_template=_REF)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Twofold",
            "version": VERSION,
            "description": _ABOUT,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": site}],
        "tags": list(_tags()),
        "paths": _paths(dict(zip(ordered, refs, strict=True))),
        "components": {
            "schemas": schemas,
            "headers": HEADERS,
            "securitySchemes": {"key": _key_scheme()},
        },
    }


def _paths(refs: Refs) -> dict[str, Any]:
    names, samples = operation_ids(), json.loads(EXAMPLES.read_text("utf-8"))
    paths: dict[str, Any] = {}
    for route in ROUTES:
        name, sample = names[route.method, route.path], samples.get(f"{route.method} {route.path}", {})
        paths.setdefault(route.path, {})[route.method.lower()] = operation(route, name, refs, sample)
    return paths


def _tags() -> Iterator[dict[str, str]]:
    used = {group_of(route): None for route in ROUTES}
    for name in sorted(used, key=lambda name: list(GROUPS).index(name) if name in GROUPS else len(GROUPS)):
        yield {"name": name, "description": GROUPS[name]} if name in GROUPS else {"name": name}


def _key_scheme() -> dict[str, str]:
    return {
        "type": "http",
        "scheme": "bearer",
        "description": f"An API key, tf_…, with scopes of {', '.join(SCOPES)}.",
    }
