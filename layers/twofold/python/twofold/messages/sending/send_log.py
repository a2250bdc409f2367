"""When a number was sent texts: the sliding window that no burst outruns."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from twofold.campaigns.pace import REAL, Pace
from twofold.contracts.settings import LimitSettings, SendingSettings

_SHORT = timedelta(minutes=10)
_DAY = timedelta(days=1)
_MONTH = timedelta(days=30)
KEPT = {"verification": _DAY, "marketing": _MONTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLog:
    """One number's sends of a kind (verification: of the last day, marketing: of the last 30), oldest first.

    `version` changes with each write.
    """

    lead_id: str
    kind: str = "verification"
    sent: tuple[datetime, ...] = ()
    version: int = 0

    def rule(self, at: datetime, limits: LimitSettings) -> str | None:
        """Which limit forbids one more verification text now; None when none does."""
        if self._within(_SHORT, at) >= limits.number_10min:
            return "number_10min"
        return "number_day" if self._within(_DAY, at) >= limits.number_day else None

    def cap(self, at: datetime, caps: SendingSettings, pace: Pace = REAL) -> str | None:
        """Which cap forbids one more marketing text now; None when none does. Its days are the campaign's."""
        if self._within(pace.span(_DAY), at) >= caps.cap_day:
            return "cap_day"
        return "cap_month" if self._within(pace.span(_MONTH), at) >= caps.cap_month else None

    def room(self, at: datetime, caps: SendingSettings, pace: Pace = REAL) -> datetime | None:
        """The first moment, from `at` on, at which the caps allow one more marketing text; None when they never do."""
        moments = [at]
        for span, most in ((_DAY, caps.cap_day), (_MONTH, caps.cap_month)):
            if most < 1:
                return None
            if len(self.sent) >= most:
                moments.append(sorted(self.sent)[-most] + pace.span(span))
        return max(moments)

    def plus(self, at: datetime) -> Self:
        """The log with one more send; what is too old to count is forgotten."""
        kept = tuple(past for past in self.sent if at - past < KEPT[self.kind])
        return replace(self, sent=(*kept, at), version=self.version + 1)

    def minus(self, at: datetime | None) -> Self:
        """The log as if one of its sends had not been: a message that did not leave after all looks again."""
        return replace(self, sent=tuple(past for past in self.sent if past != at))

    def _within(self, span: timedelta, at: datetime) -> int:
        return sum(at - past < span for past in self.sent)
