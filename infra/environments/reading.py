"""An environment's TOML, read into exactly the fields that there are."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

T = TypeVar("T")

MADE = frozenset({"name", "gateway", "topics"})
"""Fields that no file gives: the stack and its commands fill them in."""


def read(name: str, text: str, kind: type[T]) -> T:
    """The environment of that name as `kind`. Empty strings mean unset, and tables in a section become rows `PL=0.043`.

    Raises ValueError, naming file and field, for a field that does not exist or holds what it cannot.
    """
    file = f"infra/environments/{name}.toml"
    try:
        given = dict(_given(tomllib.loads(text, parse_float=str)))
        _refuse_unknown(file, given, kind)
        return msgspec.convert({**given, "name": name}, kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"{file}: {error}.") from error


def _given(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield key, {name: _flat(part) for name, part in value.items() if part != ""}
        elif value != "":
            yield key, value


def _flat(value: Any) -> Any:
    """Settings are flat: what is told by country travels as a tuple of rows."""
    return [f"{key}={part}" for key, part in value.items()] if isinstance(value, dict) else value


def _refuse_unknown(file: str, given: Mapping[str, Any], kind: type[Any]) -> None:
    if unknown := _unknown(given, kind):
        raise ValueError(f"{file}: there is no field `{unknown}`.")
    for section, hint in get_type_hints(kind).items():
        settings = _dataclass_in(hint)
        if settings is None:
            continue
        if unknown := _unknown(given.get(section), settings):
            raise ValueError(f"{file}, [{section}]: there is no field `{unknown}`.")
        _refuse_unknown_rows(file, section, given.get(section, {}), settings)


def _refuse_unknown_rows(file: str, section: str, given: Mapping[str, Any], settings: type[Any]) -> None:
    """Of tables that a section has several of: `[[events.targets]]`."""
    for rows, hint in get_type_hints(settings).items():
        row = _dataclass_in(hint)
        for each in given.get(rows, ()) if row else ():
            if row and (unknown := _unknown(each, row, made=frozenset())):
                raise ValueError(f"{file}, [[{section}.{rows}]]: there is no field `{unknown}`.")


def _dataclass_in(hint: Any) -> type[Any] | None:
    found = next((part for part in (hint, *get_args(hint)) if is_dataclass(part)), None)
    return found if isinstance(found, type) else None


def _unknown(given: Any, kind: type[Any], made: frozenset[str] = MADE) -> str | None:
    known = {field.name for field in fields(kind)} - made
    return next((key for key in given if key not in known), None) if isinstance(given, dict) else None
