"""Who else hears our events by AWS's own means: an archive, buses of other accounts, HTTP endpoints."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BusTarget:
    """A bus of another account or region, by its ARN; `events` are types as docs/events.md has them, none for all."""

    name: str
    bus: str
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """An EventBridge API destination: events are posted to `url` as the ledger has them.

    `header` carries what stands in the secret (an ARN in Secrets Manager). `per_second`: most calls in a second.
    """

    name: str
    url: str
    secret: str
    header: str = "Authorization"
    per_second: int = 10
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """`archive_days`: for so long EventBridge keeps all that was on our bus, to be replayed; 0: no archive."""

    archive_days: int = 0
    targets: tuple[BusTarget, ...] = ()
    destinations: tuple[Destination, ...] = ()

    @property
    def anything(self) -> bool:
        return bool(self.archive_days or self.targets or self.destinations)
