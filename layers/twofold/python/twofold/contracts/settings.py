"""What a function is told by its environment.

The stack writes a variable with `to_env`, the function reads it with `from_env`; the name is derived from
class and field (`TableSettings.leads` is `TWOFOLD_TABLE_LEADS`), so it is spelled nowhere.
"""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSettings(Settings):
    """Physical table names, a field per table of `contracts.tables`; a function gets those it may use."""

    campaigns: str | None = None
    assets: str | None = None
    challenges: str | None = None
    limits: str | None = None
    leads: str | None = None
    consents: str | None = None
    codes: str | None = None
    messages: str | None = None
    api_keys: str | None = None
    idempotency: str | None = None
    operations: str | None = None
    ledger: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretSettings(Settings):
    """Names of secrets in Secrets Manager, never their values.

    `root` is the deployment's one secret, from which every purpose derives its own key;
    `edge` is what CloudFront (locally: the gateway) presents to prove that a request came through it.
    """

    root: str | None = None
    edge: str | None = None

    def need(self, field: str) -> str:
        """The name of a secret that the function cannot do without. Raises SettingMissing."""
        return str(_read(self.variable(field), getattr(self, field), str))


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings(Settings):
    """Where people reach the deployment. `url` has no trailing slash; `env` is local, dev or prod.

    `origins` are the web origins of shops whose pages may call us at all; each asset narrows them to its own.
    """

    url: str
    env: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BusSettings(Settings):
    """The event bus that the relay publishes to."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsSettings(Settings):
    """How texts leave. `max_price` is USD per text as SNS wants it; `sender_id` where a country allows one."""

    max_price: str
    sender_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitSettings(Settings):
    """Most verification texts by number, network (`ip`), prefix, asset and country; guesses of a number; requests of a
    key, and unknown keys from a network.

    `trusted_networks` (CIDR) skip the limits by address and by prefix: the operator's own desk.
    `country_day` and `asset_day` are numbers of texts; `day_budget` is in thousandths of a US dollar.
    """

    number_10min: int = 3
    number_day: int = 5
    guesses_day: int = 10
    ip_10min: int = 10
    ip_day: int = 40
    prefix_hour: int = 30
    asset_day: int = 2_000
    country_day: int = 5_000
    day_budget: int = 250_000
    key_minute: int = 3_000
    bad_keys_10min: int = 20
    trusted_networks: tuple[str, ...] = ()
