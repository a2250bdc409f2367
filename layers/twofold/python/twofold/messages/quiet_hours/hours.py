"""Hours of the day, and the rows that say on which days they hold."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from twofold.contracts.errors import InvalidRequest

from .holidays import no_days

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

HORIZON = timedelta(days=14)
"""How far ahead a window is looked for, and so how long a text may wait for one."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Of a local day, from `opens` on and before `closes`. Raises InvalidRequest when they would span midnight."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise InvalidRequest(
                f"Texts cannot go from {self.opens:%H:%M} to {self.closes:%H:%M}: open before you close.",
                code="hours_reversed",
            )

    def __contains__(self, wall: time) -> bool:
        return self.opens <= wall < self.closes

    def __str__(self) -> str:
        return f"between {self.opens:%H:%M} and {self.closes:%H:%M}"


Week = tuple[Hours | None, ...]
"""Seven days, Monday first; None on a day without any hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One rule of one place: outside these hours of its week, and on its holidays, nothing goes.

    `id` is what a deferred message stores, `texts` begins the sentence that an operator reads, `source` is the law.
    """

    id: str
    texts: str
    week: Week
    source: str
    holidays: Callable[[int], frozenset[date]] = no_days

    def on(self, day: date) -> Hours | None:
        """The hours of a local day; None when nothing goes on it."""
        return None if day in self.holidays(day.year) else self.week[day.weekday()]

    def allows(self, wall: datetime) -> bool:
        """Whether a text may go when the recipient's clock shows `wall`."""
        hours = self.on(wall.date())
        return hours is not None and wall.time() in hours

    def why(self, wall: datetime) -> str:
        """One sentence for an operator: what their clock shows, and what this row says of such a day."""
        day, hours = WEEKDAYS[wall.weekday()], self.on(wall.date())
        if hours:
            rule = f"may go {hours} on {day}s"
        else:
            rule = f"may not go on {'public holidays' if self.week[wall.weekday()] else f'{day}s'}"
        return f"In {wall.tzinfo} it is {day}, {wall:%H:%M}; {self.texts} {rule}."
