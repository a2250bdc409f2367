"""The OpenAPI 3.1 document, built from the routes and the types of their bodies."""

import json
import re
from http import HTTPStatus
from typing import Any

import msgspec

from twofold.contracts.payloads.problems import Problem
from twofold.contracts.routes.catalogue import ROUTES, SCOPES
from twofold.contracts.routes.route import Route

from .problems import MEDIA_TYPE

VERSION = "1.0.0"
_REF = "#/components/schemas/{name}"
_ALWAYS = (503,)


def document(site: str) -> str:
    """The document as JSON; `site` is where this deployment answers."""
    kinds = {kind for route in ROUTES for kind in (route.body, *route.answers.values()) if kind} | {Problem}
    ordered = sorted(kinds, key=lambda kind: kind.__name__)
    refs, schemas = msgspec.json.schema_components(ordered, ref_template=_REF)
    by_kind = dict(zip(ordered, refs, strict=True))
    paths: dict[str, Any] = {}
    for route in ROUTES:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, by_kind)
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Twofold", "version": VERSION, "license": {"name": "MIT"}},
            "servers": [{"url": site}],
            "paths": paths,
            "components": {"schemas": schemas, "securitySchemes": {"key": _key_scheme()}},
        }
    )


def _operation(route: Route, refs: dict[type, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": f"{route.method.lower()}{re.sub(r'[^a-zA-Z0-9]+', '_', route.path)}".rstrip("_"),
        "summary": route.summary,
        "parameters": _parameters(route),
        "responses": _responses(route, refs),
    }
    if route.body:
        operation["requestBody"] = {
            "required": True,
            "content": {route.sends: {"schema": refs[route.body]}},
        }
    if route.scopes:
        operation["security"] = [{"key": []}]
        operation["description"] = f"Scopes: {', '.join(route.scopes)}."
    if route.signed_by:
        operation["description"] = (
            f"No key: the sender's signature is verified ({', '.join(route.signed_by)})."
        )
    return operation


def _parameters(route: Route) -> list[dict[str, Any]]:
    text = {"type": "string"}
    names = re.findall(r"{(\w+)}", route.path)
    found: list[dict[str, Any]] = [{"name": n, "in": "path", "required": True, "schema": text} for n in names]
    found += [{"name": n, "in": "header", "required": True, "schema": text} for n in route.signed_by]
    found += [{"name": n, "in": "query", "schema": msgspec.json.schema(k)} for n, k in route.query.items()]
    if route.scopes and route.method == "POST":
        found.append(
            {"name": "Idempotency-Key", "in": "header", "schema": {**text, "minLength": 1, "maxLength": 255}}
        )
    return found


def _responses(route: Route, refs: dict[type, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for status, kind in route.answers.items():
        media = "application/json" if kind else route.media
        schema = refs[kind] if kind else {}
        content = {} if status == HTTPStatus.NO_CONTENT else {"content": {media: {"schema": schema}}}
        told[str(status)] = {"description": route.summary, **content}
    keyed = (401, 403, 429) if route.scopes else ()
    for status in sorted({*route.refusals, *keyed, *_ALWAYS}):
        content = {MEDIA_TYPE: {"schema": refs[Problem]}}
        told[str(status)] = {"description": "A problem document.", "content": content}
    return told


def _key_scheme() -> dict[str, str]:
    return {
        "type": "http",
        "scheme": "bearer",
        "description": f"An API key, tf_…, with scopes of {', '.join(SCOPES)}.",
    }
