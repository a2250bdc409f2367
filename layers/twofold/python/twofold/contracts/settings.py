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
    links: str | None = None
    api_keys: str | None = None
    idempotency: str | None = None
    operations: str | None = None
    ledger: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretSettings(Settings):
    """Names of secrets in Secrets Manager, never their values.

    `root` is the deployment's one secret, from which every purpose derives its own key;
    `edge` is what CloudFront (locally: the gateway) presents to prove that a request came through it;
    `twilio` is that account's auth token, `webhook` what we and a gateway of one's own sign with.
    """

    root: str | None = None
    edge: str | None = None
    twilio: str | None = None
    webhook: str | None = None

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
    """Which provider takes a text: sns, aws (End User Messaging), twilio or webhook.

    `by_country` overrides it (`US=twilio`); `fallback` is the order in which a verification code that surely did not
    leave is tried elsewhere. `sender_id` is the name a text comes from, where a country allows one.
    """

    provider: str = "sns"
    by_country: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    sender_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwsSmsSettings(Settings):
    """End User Messaging: `origination` is a number, pool or sender id (or its ARN).

    `topics` are the ARNs of the SNS topics that bring replies; all others are refused.
    """

    origination: str | None = None
    configuration_set: str | None = None
    protect_configuration: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TwilioSettings(Settings):
    """`sender` is a number (`+1…`) or a messaging service (`MG…`); the auth token is a secret."""

    account_sid: str | None = None
    sender: str | None = None
    url: str = "https://api.twilio.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookSettings(Settings):
    """A gateway of one's own: where it takes texts (https)."""

    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceSettings(Settings):
    """What one part costs at most, in US dollars: `default`, and by country (`PL=0.043`)."""

    default: str = "0.20"
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingSettings(Settings):
    """What binds texts. Caps are marketing texts per lead; hours are whole hours of the recipient's day.

    `day_budget` is in US cents, for all texts but verification codes; `holdout_percent` of an audience gets none.
    `rest_days` is how long a number that cannot be reached is left alone; `campaign` whose words answer a stranger.
    """

    cap_day: int = 1
    cap_month: int = 4
    holdout_percent: int = 5
    us_opens: int = 12
    us_closes: int = 20
    opens: int = 8
    closes: int = 21
    day_budget: int = 50_000
    rest_days: int = 30
    campaign: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchedulerSettings(Settings):
    """Where a deferred text's schedule stands, what it wakes (a queue's ARN) and the role it wakes it with."""

    group: str
    queue: str
    role: str
    dead_letters: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitSettings(Settings):
    """Most verification texts by number, network (`ip`), prefix, asset and country; guesses of a number; requests of a
    key, and unknown keys from a network.

    `trusted_networks` (CIDR) skip the limits by address and by prefix: the operator's own desk.
    `country_day` and `asset_day` are numbers of texts; `day_budget` is in US cents.
    """

    number_10min: int = 3
    number_day: int = 5
    guesses_day: int = 10
    ip_10min: int = 10
    ip_day: int = 40
    prefix_hour: int = 30
    asset_day: int = 2_000
    country_day: int = 5_000
    day_budget: int = 25_000
    key_minute: int = 3_000
    bad_keys_10min: int = 20
    trusted_networks: tuple[str, ...] = ()
