"""One address, as the document tells it."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec

from twofold.contracts.payloads.problems import Problem
from twofold.contracts.routes.route import Route
from twofold.entrypoints.problems import MEDIA_TYPE

from . import headers
from .naming import group_of

_ALWAYS = (503,)

Refs = Mapping[type, Any]
Sample = Mapping[str, Any]
"""`body`, `path` and `query` of a true request."""


def operation(route: Route, operation_id: str, refs: Refs, sample: Sample) -> dict[str, Any]:
    found: dict[str, Any] = {
        "operationId": operation_id,
        "tags": [group_of(route)],
        "summary": route.summary,
        "description": _description(route),
        "security": [{"key": list(route.scopes)}] if route.scopes else [],
        "parameters": _parameters(route, sample),
        "responses": _responses(route, refs),
    }
    if route.body:
        example = {"example": sample["body"]} if "body" in sample else {}
        content = {route.sends: {"schema": refs[route.body], **example}}
        found["requestBody"] = {"required": True, "content": content}
    return found


def _description(route: Route) -> str:
    if route.signed_by:
        return f"No key: the sender's signature is verified ({', '.join(route.signed_by)})."
    return f"Scopes: {', '.join(route.scopes)}." if route.scopes else "Open to everybody."


def _parameters(route: Route, sample: Sample) -> list[dict[str, Any]]:
    text = {"type": "string", "minLength": 1}
    found = [
        {"name": name, "in": "path", "required": True, "schema": text, **_example(sample, "path", name)}
        for name in re.findall(r"{(\w+)}", route.path)
    ]
    found += [
        {"name": name, "in": "header", "required": True, "schema": {"type": "string"}}
        for name in route.signed_by
    ]
    found += [_asked(name, kind, sample) for name, kind in route.query.items()]
    return found + headers.asked(route)


def _asked(name: str, kind: Any, sample: Sample) -> dict[str, Any]:
    schema = msgspec.json.schema(kind)
    about = {"description": schema.pop("description")} if "description" in schema else {}
    return {"name": name, "in": "query", **about, "schema": schema, **_example(sample, "query", name)}


def _example(sample: Sample, place: str, name: str) -> dict[str, Any]:
    known = sample.get(place, {})
    return {"example": known[name]} if name in known else {}


def _responses(route: Route, refs: Refs) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for status, kind in route.answers.items():
        media = "application/json" if kind else route.media
        content = {media: {"schema": refs[kind] if kind else {}}}
        empty = status == HTTPStatus.NO_CONTENT
        told[str(status)] = _answer(route, status, HTTPStatus(status).phrase, {} if empty else content)
    for status in sorted({*route.refusals, *headers.refusals(route), *_ALWAYS}):
        content = {MEDIA_TYPE: {"schema": refs[Problem]}}
        told[str(status)] = _answer(
            route, status, f"{HTTPStatus(status).phrase}: a problem document.", content
        )
    return told


def _answer(route: Route, status: int, about: str, content: dict[str, Any]) -> dict[str, Any]:
    told = headers.told(route, status)
    return {
        "description": about,
        **({"headers": told} if told else {}),
        **({"content": content} if content else {}),
    }
