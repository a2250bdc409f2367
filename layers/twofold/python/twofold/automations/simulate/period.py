"""The days that are looked at, and how far what happened is known."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self

from twofold.contracts.errors import InvalidRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Leads enter from `begin` on and before `end`; their ways are followed until `seen_until`."""

    begin: datetime
    end: datetime
    seen_until: datetime

    @classmethod
    def of(cls, first: date, last: date, now: datetime) -> Self:
        """Whole days (UTC). Raises InvalidRequest where none of them has come."""
        begin = datetime.combine(first, time(), UTC)
        if last < first:
            raise InvalidRequest("The last day is before the first.", code="days_reversed", field="last")
        if begin > now:
            raise InvalidRequest(
                "Nothing has happened on those days yet.", code="days_to_come", field="first"
            )
        return cls(begin=begin, end=datetime.combine(last, time(), UTC) + timedelta(days=1), seen_until=now)

    def __contains__(self, at: datetime) -> bool:
        return self.begin <= at < self.end
