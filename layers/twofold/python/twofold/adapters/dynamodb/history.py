"""What happened to one subject, read backwards from the ledger."""

from collections.abc import Sequence

from twofold.contracts import events
from twofold.contracts.events import Envelope

from .items import LedgerItem
from .reading import can_be_key, reaching_database

_HIGHEST = "~"
"""Above every event id, which has capital letters and digits only."""


class DynamoHistory:
    def newest(
        self, subject_id: str, *, before: str | None, limit: int, kind: str | None
    ) -> Sequence[Envelope]:
        # The place may be made up: one that can be no key is beyond all that there are.
        place = before if before and can_be_key(before, most=1_024) else _HIGHEST
        with reaching_database():
            rows = LedgerItem.query(
                subject_id,
                range_key_condition=LedgerItem.event_id < place,
                filter_condition=(LedgerItem.type == kind) if kind else None,
                scan_index_forward=False,
                limit=limit,
            )
            return [events.read(row.event) for row in rows]
