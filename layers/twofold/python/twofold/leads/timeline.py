"""What happened to a lead, for a partner: from the ledger, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import msgspec
from msgspec import UNSET

from twofold.contracts.events import Envelope
from twofold.contracts.payloads.lead_story import Happened, Timeline

from .existing import existing
from .ports import LeadBook


class EventHistory(Protocol):
    def newest(
        self, subject_id: str, *, before: str | None, limit: int, kind: str | None
    ) -> Sequence[Envelope]:
        """The newest `limit` events of a subject, of one type or of all, with ids below `before`; newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowTimeline:
    book: LeadBook
    history: EventHistory

    def __call__(self, lead_id: str, *, after: str | None, limit: int, kind: str | None = None) -> Timeline:
        """A page of it, with the place of its last event when there are more. Raises NotFound."""
        existing(self.book.lead(lead_id))
        found = self.history.newest(lead_id, before=after, limit=limit + 1, kind=kind)
        shown, more = found[:limit], len(found) > limit
        return Timeline(
            events=[_happened(event) for event in shown], next_cursor=shown[-1].id if more else UNSET
        )


def _happened(event: Envelope) -> Happened:
    return Happened(
        id=event.id,
        type=event.type,
        time=event.time,
        version=event.version,
        origin=event.origin,
        data=msgspec.to_builtins(event.data),
        campaign_id=event.campaign_id or UNSET,
        asset_id=event.asset_id or UNSET,
        place=event.place or UNSET,
    )
