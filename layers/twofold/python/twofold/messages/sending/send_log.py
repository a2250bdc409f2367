"""When a number was sent verification codes: the sliding window that no burst outruns."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from twofold.contracts.settings import LimitSettings

_SHORT = timedelta(minutes=10)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLog:
    """The last day's sends of one number, oldest first. `version` changes with each write."""

    lead_id: str
    sent: tuple[datetime, ...] = ()
    version: int = 0

    def rule(self, at: datetime, limits: LimitSettings) -> str | None:
        """Which limit forbids one more send now; None when none does."""
        if sum(at - past < _SHORT for past in self.sent) >= limits.number_10min:
            return "number_10min"
        return "number_day" if sum(at - past < _DAY for past in self.sent) >= limits.number_day else None

    def plus(self, at: datetime) -> Self:
        """The log with one more send; what is older than a day is forgotten."""
        kept = tuple(past for past in self.sent if at - past < _DAY)
        return type(self)(lead_id=self.lead_id, sent=(*kept, at), version=self.version + 1)
