"""Removes all traces of somebody who was erased, as often as it takes until none is found."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from twofold.contracts.errors import Unavailable
from twofold.contracts.events import Envelope, LeadErased
from twofold.contracts.instants import from_text

from .model import Forgotten
from .ports import Endings, History, Traces

PASSES = 8

PAUSE = 1.0
"""Seconds between two passes: an index is about so much behind its table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetLead:
    """`traces` are looked through in their order, by names for people; `withdraw` takes back all exports that were
    asked for until then."""

    history: History
    traces: Mapping[str, Traces]
    endings: Endings
    withdraw: Callable[[], int]
    pause: Callable[[float], None] = field(default=time.sleep)

    def __call__(self, event: Envelope, data: LeadErased) -> str:
        """What is from before the erasure goes; whoever signs up afresh since then keeps what is theirs.

        Raises Unavailable, naming what is left, when a trace cannot go yet. All the others are gone by then.
        """
        person = Forgotten(lead_id=event.subject, at=from_text(event.time))
        person = person.knowing(tuple(self.history.subject(event.subject)))
        found = self._until_none_is_left(person)
        # Until it has come to its end once, however late that is, each export may have held them. Brought again after
        # that, it must leave alone what has nothing to do with it.
        if found or not self.endings.ended(person):
            self.withdraw()
            self.endings.end(person)
        return "forgotten"

    def _until_none_is_left(self, person: Forgotten) -> int:
        found = 0
        for turn in range(PASSES):
            if turn:
                self.pause(PAUSE)
            more = self._pass(person)
            found += more
            if not more:
                return found
        raise Unavailable("New traces of somebody who was erased appear all the time.")

    def _pass(self, person: Forgotten) -> int:
        found, waiting = 0, []
        for name, traces in self.traces.items():
            try:
                found += traces.forget(person)
            except Unavailable as error:
                waiting.append((name, error))
        if waiting:
            names = ", ".join(name for name, _ in waiting)
            raise Unavailable(f"Not everything could be forgotten yet: {names}.") from waiting[0][1]
        return found
