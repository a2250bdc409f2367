"""The document as a page: rendered here, so that it needs no script, and works on any phone."""

import html
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template
from typing import Any

from .markup import block, code, plain, table
from .shapes import shape, types

FOLDER = Path(__file__).parent
Operation = Mapping[str, Any]

_PROBLEM = '<a href="#type-Problem">problem document</a>'


def page(document: Mapping[str, Any]) -> str:
    """The page of an OpenAPI document as `openapi.described` makes it."""
    groups = {tag["name"]: tag.get("description", "") for tag in document["tags"]}
    sections = [_group(name, about, document["paths"]) for name, about in groups.items()]
    frame = Template((FOLDER / "docs.html").read_text("utf-8"))
    return frame.substitute(
        site=html.escape(document["servers"][0]["url"]),
        about=plain(document["info"]["description"]),
        links="".join(f'<li><a href="#{_anchor(name)}">{html.escape(name)}</a></li>' for name in groups),
        groups="".join(sections),
        types="".join(types(document["components"]["schemas"])),
    )


def _group(name: str, about: str, paths: Mapping[str, Mapping[str, Operation]]) -> str:
    found = [
        _operation(method.upper(), path, operation)
        for path, methods in paths.items()
        for method, operation in methods.items()
        if operation["tags"] == [name]
    ]
    head = f"<h2>{html.escape(name)}</h2><p>{plain(about)}</p>"
    return f'<section id="{_anchor(name)}">{head}{"".join(found)}</section>'


def _operation(method: str, path: str, operation: Operation) -> str:
    badge = f'<span class="method {method.lower()}">{method}</span>'
    summary = f'{badge} {code(path)} <span class="what">{plain(operation["summary"])}</span>'
    parts = [f"<p>{plain(operation['description'])}</p>", _parameters(operation), *_body(operation)]
    parts.append(_answers(operation))
    return f'<details id="{operation["operationId"]}"><summary>{summary}</summary>{"".join(parts)}</details>'


def _parameters(operation: Operation) -> str:
    rows = [
        (code(each["name"]), each["in"], shape(each["schema"]), plain(each.get("description", "")))
        for each in operation["parameters"]
    ]
    return table(("Parameter", "In", "Is", "Notes"), rows)


def _body(operation: Operation) -> Iterator[str]:
    for media, told in operation.get("requestBody", {}).get("content", {}).items():
        yield f"<p>Body ({html.escape(media)}): {shape(told['schema'])}</p>"
        if "example" in told:
            yield block(told["example"])


def _answers(operation: Operation) -> str:
    told = sorted(operation["responses"].items())
    rows = [
        (code(status), _content(answer), ", ".join(map(code, answer.get("headers", {}))))
        for status, answer in told
        if status < "400"
    ]
    refused = ", ".join(code(status) for status, _ in told if status >= "400")
    return f"{table(('Answer', 'Body', 'Headers'), rows)}<p>Refused with {refused}: a {_PROBLEM}.</p>"


def _content(told: Mapping[str, Any]) -> str:
    return "; ".join(
        shape(each["schema"]) if each["schema"] else html.escape(media)
        for media, each in told.get("content", {}).items()
    )


def _anchor(name: str) -> str:
    return f"group-{html.escape(name).lower()}"
