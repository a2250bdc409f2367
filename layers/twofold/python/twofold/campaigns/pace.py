"""How fast a campaign's days go by: as they do, or, on one machine, in some seconds each."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """`day_seconds` is how long a day takes. From each midnight (UTC) on, the campaign's clock runs so much faster.

    What the campaign's clock says is `shown`; what lies in its future `comes` at a moment of ours.
    """

    day_seconds: float = 86_400.0

    @property
    def compressed(self) -> bool:
        return self.day_seconds != _DAY.total_seconds()

    def span(self, span: timedelta) -> timedelta:
        """How long a span of the campaign's takes us."""
        return span * (self.day_seconds / _DAY.total_seconds()) if self.compressed else span

    def shown(self, at: datetime) -> datetime:
        """What the campaign's clock shows at a moment of ours."""
        if not self.compressed:
            return at
        begin = _midnight(at)
        return begin + (at - begin) * (_DAY.total_seconds() / self.day_seconds)

    def comes(self, shown: datetime, at: datetime) -> datetime:
        """When the campaign's clock shows that, as seen from a moment of ours."""
        return at + self.span(shown - self.shown(at)) if self.compressed else shown


REAL = Pace()


def _midnight(at: datetime) -> datetime:
    return datetime.combine(at.astimezone(UTC).date(), time(), UTC)
