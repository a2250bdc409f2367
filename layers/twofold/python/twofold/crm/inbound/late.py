"""Whether what a CRM tells has been overtaken: by a change here that it had not seen, or by a newer one of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from twofold.contracts import events as e
from twofold.contracts.events import Envelope
from twofold.contracts.instants import from_text
from twofold.crm.mapping.facts import ATTRIBUTE
from twofold.crm.mapping.systems import System
from twofold.leads.timeline import EventHistory

from .changes import Told
from .ports import Acquaintances

_PAGE, _PAGES = 100, 5
LEAVING = "opted_out"

_ALL_TOLD = (e.LeadConfirmed, e.LeadReturned, e.LeadImported)
"""Who signs up tells all of themselves anew."""


@dataclass
class Late:
    """Reads what has happened only when it is asked: most of what a CRM tells is no news."""

    system: System
    told: Told
    lead_id: str
    history: EventHistory
    known: Acquaintances

    def __call__(self, ours: str) -> bool:
        """The version that they had decides, where they tell it; else the moment at which it changed there.

        What they told us themselves they know, though we never told it back.
        """
        if ours == LEAVING and not self._gone:
            return self._left_before()
        return self._newer_there(ours) or any(
            touches(event, ours) and self._after(event, ours) and _told_by(event) != self.system
            for event in self._events
        )

    def _left_before(self) -> bool:
        """Whether they had left, here too, by then or since, and have come back: what the CRM tells is an echo of that.

        Nothing else makes it late that somebody leaves: whom nobody heard leave is heard, whatever came in between.
        """
        for event in self._leaving:
            since = self._after(event, LEAVING)
            if isinstance(event.data, e.LeadOptedOut) and (not since or self._same(event)):
                return True
            if not since:
                return False
        return False

    def _same(self, left: Envelope) -> bool:
        """Whether what they tell may be this leaving: they told it, or it came later than theirs, and so settled it.

        By version alone it cannot be: it is written together with what we tell of it.
        """
        return _told_by(left) == self.system or self.told.at is not None

    @property
    def _gone(self) -> bool:
        return bool(self._leaving) and isinstance(self._leaving[0].data, e.LeadOptedOut)

    @cached_property
    def _leaving(self) -> Sequence[Envelope]:
        """When they agreed, left and came back, the newest first."""
        return [event for event in self._events if touches(event, LEAVING)]

    def _newer_there(self, ours: str) -> bool:
        last = self._last.get(ours)
        return self.told.at is not None and last is not None and self.told.at < last

    def _after(self, event: Envelope, ours: str = "") -> bool:
        # A version may lag behind: who said no after they had last said yes is believed, whatever the CRM had seen.
        if self.told.version is not None and not (ours == LEAVING and self.told.at):
            return event.version > self.told.version
        return self.told.at is not None and from_text(event.time) > self.told.at

    @cached_property
    def _events(self) -> Sequence[Envelope]:
        """What happened since, the newest first; of somebody with a longer story than that, the newest part."""
        found: list[Envelope] = []
        for _ in range(_PAGES):
            before = found[-1].id if found else None
            page = self.history.newest(self.lead_id, before=before, limit=_PAGE, kind=None)
            found += page
            if len(page) < _PAGE or not any(map(self._after, page)):
                break
        return found

    @cached_property
    def _last(self) -> Mapping[str, datetime]:
        return self.known.last_heard(self.system, self.lead_id) if self.told.at else {}


def touches(event: Envelope, ours: str) -> bool:
    """Whether this event is about a fact."""
    match event.data:
        case e.LeadUpdated() as data:
            return ours in data.changed or ours.removeprefix(ATTRIBUTE) in data.fields
        case e.LeadStageChanged():
            return ours == "stage"
        case e.LeadOptedOut() | e.LeadOptedIn():
            return ours == "opted_out"
        case _:
            everything = isinstance(event.data, _ALL_TOLD)
            return everything and (ours == LEAVING or ours.startswith(ATTRIBUTE))


def _told_by(event: Envelope) -> str | None:
    told_by: str | None = getattr(event.data, "told_by", None)
    return told_by
