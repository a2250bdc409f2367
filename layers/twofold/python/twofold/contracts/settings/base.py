"""How a setting travels: from a field to a variable of the environment, and back."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self, get_type_hints


class SettingMissing(RuntimeError):
    """A variable that the stack should have set is absent: the deployment and the code disagree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Base of all settings: flat, frozen, of str, int, bool or tuple[str, ...] fields."""

    @classmethod
    def variable(cls, field: str) -> str:
        return f"TWOFOLD_{cls.__name__.removesuffix('Settings')}_{field}".upper()

    def to_env(self) -> dict[str, str]:
        """The variables for a function; unset (None) fields are left out. Booleans are true/false."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return {self.variable(name): _write(value) for name, value in values.items() if value is not None}

    @classmethod
    def from_env(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Raises SettingMissing, naming the variable, when a field that is read has no value."""
        source = os.environ if environment is None else environment
        hints = get_type_hints(cls)
        found = {f.name: source.get(cls.variable(f.name)) for f in fields(cls)}
        return cls(**{n: _read(cls.variable(n), v, hints[n]) for n, v in found.items()})

    def required(self, field: str) -> str:
        """The value of a field that the function cannot do without. Raises SettingMissing."""
        return str(_read(self.variable(field), getattr(self, field), str))


def _write(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _read(name: str, text: str | None, kind: object) -> object:
    if text is None:
        if type(None) in getattr(kind, "__args__", ()):
            return None
        raise SettingMissing(f"{name} is not set. Deploy the stack again; it sets this variable.")
    if kind is bool:
        return text == "true"
    if kind is int:
        return int(text)
    return text if kind in (str, str | None) else tuple(part for part in text.split(",") if part)
