"""What binds texts: prices, caps, hours, budgets, limits."""

from dataclasses import dataclass

from .base import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitSettings(Settings):
    """Most verification texts by number, network (`ip`), prefix, asset and country; guesses of a number; requests of a
    key, and unknown keys from a network; codes that there are not, asked for without a key by a network; visits of a
    network that are counted.

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
    missed_codes_10min: int = 30
    visits_10min: int = 600
    trusted_networks: tuple[str, ...] = ()


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
class StepScheduleSettings(Settings):
    """Where the schedule of a step of an automation stands, what it calls (a function's ARN), and with which role."""

    group: str
    target: str
    role: str
    dead_letters: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnerSettings(Settings):
    """The function that does the steps of automations, by its name."""

    function: str
