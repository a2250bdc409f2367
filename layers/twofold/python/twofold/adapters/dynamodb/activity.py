"""On which day leads last did something: on their own rows, and in an index by that day."""

import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.update import Action

from twofold.contracts.instants import day_of

from .items import LeadItem
from .reading import reaching_database, read, unmet

SHARDS = 4
"""Partitions that the leads of one day are spread over. Never changed: a lead's is written on its row."""


def became_active(lead_id: str, day: str) -> list[Action]:
    """What becomes of a lead on a day on which they did nothing before."""
    days: Any = LeadItem.active_days
    return [LeadItem.active_on.set(day), LeadItem.active_shard.set(shard_of(day, lead_id)), days.add(1)]


def shard_of(day: str, lead_id: str) -> str:
    """Where the index has a lead of that day."""
    return active_shard(day, _number(lead_id))


def active_shard(day: str, number: int) -> str:
    """`2026-11-22#3`"""
    return f"{day}#{number}"


class DynamoActivityBook:
    def touch(self, lead_id: str, at: datetime) -> None:
        # Spending a code and ordering come together, so a look, which costs a tenth of a write, saves many of them.
        lead, day = read(LeadItem, lead_id, consistent=False), day_of(at)
        if lead is None or (lead.active_on or "") >= day:
            return
        older = LeadItem.active_on.does_not_exist() | (LeadItem.active_on < day)
        with reaching_database():
            try:
                lead.update(became_active(lead_id, day), condition=LeadItem.lead_id.exists() & older)
            except UpdateError as error:
                if not unmet(error):
                    raise

    def last_active_on(self, day: date, after: str | None = None) -> Iterator[str]:
        with reaching_database():
            for number in range(_number(after) if after else 0, SHARDS):
                shard = active_shard(day.isoformat(), number)
                behind = LeadItem.lead_id > after if after and number == _number(after) else None
                for item in LeadItem.by_activity.query(shard, range_key_condition=behind):
                    yield item.lead_id


def _number(lead_id: str) -> int:
    return zlib.crc32(lead_id.encode()) % SHARDS
