"""Schemas of the document in words, and as a list of fields."""

import html
from collections.abc import Iterator, Mapping
from typing import Any

from .markup import code, plain, table

Schema = Mapping[str, Any]

_NAMES = {
    "integer": "number",
    "object": "object",
    "string": "text",
    "boolean": "true or false",
    "null": "null",
}
_BOUNDS = {
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minimum": "from {}",
    "maximum": "to {}",
    "minItems": "at least {}",
    "maxItems": "at most {}",
    "maxProperties": "at most {}",
    "format": "{}",
}
_NOT_EMPTY = ("minLength", 1)
_MANY = 8
"""So many values of a choice are told; more would fill a phone."""


def shape(schema: Schema) -> str:
    """What a value is, in a few words; a type of its own is a link to it."""
    if "$ref" in schema:
        name = html.escape(schema["$ref"].rpartition("/")[2])
        return f'<a href="#type-{name}">{name}</a>'
    if "anyOf" in schema:
        return " or ".join(shape(each) for each in schema["anyOf"])
    if "enum" in schema:
        return _choice(schema["enum"])
    if schema.get("type") == "array":
        return f"list of {shape(schema.get('items', {}))}{_bounds(schema)}"
    if isinstance(schema.get("additionalProperties"), Mapping):
        return f"names with {shape(schema['additionalProperties'])}{_bounds(schema)}"
    return _NAMES.get(str(schema.get("type")), "anything") + _bounds(schema)


def types(schemas: Mapping[str, Schema]) -> Iterator[str]:
    """Each type as a section that links lead to."""
    for name, schema in sorted(schemas.items()):
        about = f"<p>{plain(schema['description'])}</p>" if "description" in schema else ""
        needed = schema.get("required", ())
        rows = [
            (code(field), shape(kind), "yes" if field in needed else "no", plain(_about(kind)))
            for field, kind in schema.get("properties", {}).items()
        ]
        fields = table(("Field", "Is", "Always there", "Notes"), rows) if rows else f"<p>{shape(schema)}</p>"
        shown = html.escape(name)
        yield f'<section class="type" id="type-{shown}"><h3>{shown}</h3>{about}{fields}</section>'


def _choice(values: list[Any]) -> str:
    told = ", ".join(code(str(value)) for value in values[:_MANY])
    return f"one of {told}" + (f" and {len(values) - _MANY} more" if len(values) > _MANY else "")


def _bounds(schema: Schema) -> str:
    # That a text is not empty goes without saying.
    told = [w.format(schema[n]) for n, w in _BOUNDS.items() if n in schema and (n, schema[n]) != _NOT_EMPTY]
    return f", {html.escape(', '.join(told))}" if told else ""


def _about(schema: Schema) -> str:
    return str(schema.get("description", ""))
