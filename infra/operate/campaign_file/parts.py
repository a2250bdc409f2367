"""Reads JSON as one of our types, part by part: what cannot be read is told with its path, and the rest is read."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from twofold.campaigns.check.meant import meant

T = TypeVar("T")

UNREAD = "?"
"""Stands for a text that could not be read."""

_LEAVES: Mapping[type, tuple[type, str, Any]] = {
    inspect.StrType: (str, "a text in quotation marks", UNREAD),
    inspect.IntType: (int, "a whole number, such as 30", 1),
    inspect.BoolType: (bool, "true or false", False),
    inspect.DateTimeType: (datetime, "a moment, such as 2026-12-01T08:00:00Z", None),
}
"""As what a value is read, what its reader is told when it is something else, and what then stands in for it."""


class Reader:
    """`faults` are sentences, each beginning with the path of what is missing, unknown, or of another kind."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def read(self, path: str, given: Any, kind: type[T]) -> T:
        """`given` as that type, with something harmless in place of what could not be read."""
        read: T = self._as(path, given, inspect.type_info(kind))
        return read

    def _as(self, path: str, given: Any, wanted: inspect.Type) -> Any:
        match wanted:
            case inspect.UnionType():
                return None if given is None else self._as(path, given, _needed(wanted))
            case inspect.DataclassType() | inspect.StructType():
                return self._object(path, given, wanted)
            case inspect.DictType():
                parts = self._of_kind(path, given, Mapping, "an object in { }", {})
                return {
                    name: self._as(f"{path}.{name}", part, wanted.value_type) for name, part in parts.items()
                }
            case inspect.VarTupleType() | inspect.ListType():
                items = self._of_kind(path, given, list, "a list in [ ]", [])
                read = [self._as(f"{path}[{at}]", item, wanted.item_type) for at, item in enumerate(items)]
                return read if isinstance(wanted, inspect.ListType) else tuple(read)
            case inspect.LiteralType():
                return self._one_of(path, given, wanted.values)
            case _:
                return self._leaf(path, given, wanted)

    def _object(self, path: str, given: Any, wanted: inspect.DataclassType | inspect.StructType) -> Any:
        fields = {field.name: field for field in wanted.fields}
        if self._of_kind(path, given, Mapping, "an object in { }", None) is None:
            return _harmless(wanted)
        for name in given:
            if name not in fields:
                self.faults.append(f"{path}.{name}: there is no such field{meant(name, fields)}")
        values = {
            name: self._as(f"{path}.{name}", given[name], field.type)
            for name, field in fields.items()
            if name in given
        }
        for name, field in fields.items():
            if field.required and name not in given:
                self.faults.append(f"{path}.{name}: this is missing.")
                values[name] = _harmless(field.type)
        return wanted.cls(**values)

    def _one_of(self, path: str, given: Any, values: tuple[Any, ...]) -> Any:
        if given in values:
            return given
        self._refuse(path, given, f"one of {', '.join(map(str, values))}")
        return values[0]

    def _leaf(self, path: str, given: Any, wanted: inspect.Type) -> Any:
        kind, what, otherwise = _LEAVES[type(wanted)]
        try:
            return msgspec.convert(given, kind)
        except msgspec.ValidationError:
            self._refuse(path, given, what)
            return otherwise

    def _of_kind(self, path: str, given: Any, kind: type[Any], what: str, otherwise: Any) -> Any:
        if isinstance(given, kind):
            return given
        self._refuse(path, given, what)
        return otherwise

    def _refuse(self, path: str, given: Any, what: str) -> None:
        self.faults.append(f"{path}: this is {what}, not {_shown(given)}.")


def sure(sentences: Iterator[str], unread: list[str]) -> Iterator[str]:
    """Those about nothing that could not be read: neither it, nor what it is a part of, nor a part of it."""
    paths = [_path(fault) for fault in unread]
    for sentence in sentences:
        path = _path(sentence)
        if not any(_within(path, other) or _within(other, path) for other in paths):
            yield sentence


def _path(sentence: str) -> str:
    return sentence.partition(": ")[0]


def _within(path: str, whole: str) -> bool:
    return path == whole or path.startswith((f"{whole}.", f"{whole}["))


def _needed(wanted: inspect.UnionType) -> inspect.Type:
    """Of a field that may be null, what it is otherwise."""
    return next(kind for kind in wanted.types if not isinstance(kind, inspect.NoneType))


def _harmless(wanted: inspect.Type) -> Any:
    return Reader()._as("", {}, wanted)


def _shown(given: Any) -> str:
    text = json.dumps(given, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:39]}…"
