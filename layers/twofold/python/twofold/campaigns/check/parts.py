"""Reads JSON as one of our types, part by part: what cannot be read is told with its path, and the rest is read."""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec import inspect

from .leaves import LEAVES, leaf
from .meant import meant

T = TypeVar("T")


class Reader:
    """`faults` are sentences, each beginning with the path of what is missing, unknown, or of another kind."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def read(self, path: str, given: Any, kind: type[T]) -> T:
        """`given` as that type (path "": a whole file), with something harmless in place of what could not be read."""
        read: T = self._as(path, given, inspect.type_info(kind))
        return read

    def _as(self, path: str, given: Any, wanted: inspect.Type) -> Any:
        match wanted:
            case inspect.UnionType():
                return self._one_kind_of(path, given, wanted)
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

    def _one_kind_of(self, path: str, given: Any, wanted: inspect.UnionType) -> Any:
        tagged = {
            kind.tag: kind for kind in wanted.types if isinstance(kind, inspect.StructType) and kind.tag
        }
        if len(tagged) > 1:
            return self._tagged(path, given, tagged)
        return None if given is None else self._as(path, given, _needed(wanted))

    def _tagged(self, path: str, given: Any, kinds: Mapping[Any, inspect.StructType]) -> Any:
        """One of several objects, which says by one of its fields which it is."""
        first = next(iter(kinds.values()))
        if self._of_kind(path, given, Mapping, "an object in { }", None) is None:
            return _harmless(first)
        name = first.tag_field or ""
        said = given.get(name)
        if isinstance(said, str) and said in kinds:
            return self._object(path, given, kinds[said])
        if name in given:
            self._refuse(_join(path, name), said, f"one of {', '.join(kinds)}")
        else:
            self.faults.append(f"{_join(path, name)}: this is missing; it is one of {', '.join(kinds)}.")
        return _harmless(first)

    def _object(self, path: str, given: Any, wanted: inspect.DataclassType | inspect.StructType) -> Any:
        fields = {field.encode_name: field for field in wanted.fields}
        tag = getattr(wanted, "tag_field", None)
        if self._of_kind(path, given, Mapping, "an object in { }", None) is None:
            return _harmless(wanted)
        for name in given:
            if name not in fields and name != tag:
                self.faults.append(f"{_join(path, name)}: there is no such field{meant(name, fields)}")
        values = {
            field.name: self._as(_join(path, name), given[name], field.type)
            for name, field in fields.items()
            if name in given
        }
        for name, field in fields.items():
            if field.required and name not in given:
                self.faults.append(f"{_join(path, name)}: this is missing.")
                values[field.name] = _harmless(field.type)
        return wanted.cls(**values)

    def _one_of(self, path: str, given: Any, values: tuple[Any, ...]) -> Any:
        if given in values:
            return given
        self._refuse(path, given, f"one of {', '.join(map(str, values))}")
        return values[0]

    def _leaf(self, path: str, given: Any, wanted: inspect.Type) -> Any:
        kind, what, otherwise = LEAVES[type(wanted)]
        read = leaf(given, kind)
        if read is None:
            self._refuse(path, given, what)
            return otherwise
        return read

    def _of_kind(self, path: str, given: Any, kind: type[Any], what: str, otherwise: Any) -> Any:
        if isinstance(given, kind):
            return given
        self._refuse(path, given, what)
        return otherwise

    def _refuse(self, path: str, given: Any, what: str) -> None:
        self.faults.append(f"{path}: this is {what}, not {_shown(given)}.")


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _needed(wanted: inspect.UnionType) -> inspect.Type:
    """Of a field that may be null, what it is otherwise."""
    return next(kind for kind in wanted.types if not isinstance(kind, inspect.NoneType))


def _harmless(wanted: inspect.Type) -> Any:
    return Reader()._as("", {}, wanted)


def _shown(given: Any) -> str:
    text = json.dumps(given, ensure_ascii=False).encode("utf-8", "replace").decode()
    return text if len(text) <= 40 else f"{text[:39]}…"
