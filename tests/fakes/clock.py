"""A clock that stands still until it is moved."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


SEEDED = NOON - timedelta(days=300)
"""When what is there from the start was put there: so long ago that no test takes it for news."""


@dataclass(slots=True)
class SetClock:
    at: datetime = NOON

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)
