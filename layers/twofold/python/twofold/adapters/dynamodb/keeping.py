"""How long people are kept: found by the day of an index, a mark in the operations says how far that has come."""

from collections.abc import Iterator
from datetime import date, datetime

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.update import Action

from twofold.leads.model import Lead
from twofold.privacy.ports import Reached

from .activity import DynamoActivityBook, shard_of
from .items import ConsentItem, LeadItem, OperationItem
from .reading import reaching_database, read, unmet


class DynamoKeeping:
    def __init__(self) -> None:
        self._activity = DynamoActivityBook()

    def of_day(self, day: date, after: str | None) -> Iterator[str]:
        return self._activity.last_active_on(day, after)

    def done_through(self, what: str) -> Reached:
        item = read(OperationItem, _mark(what))
        if item is None:
            return Reached(None, None)
        return Reached(date.fromisoformat(item.through) if item.through else None, item.after)

    def come_to(self, what: str, lead_id: str, at: datetime) -> None:
        _set(what, at, OperationItem.after.set(lead_id))

    def done(self, what: str, day: date, at: datetime) -> None:
        _set(what, at, OperationItem.through.set(day.isoformat()), OperationItem.after.remove())

    def drop_consents(self, lead_id: str, through: int) -> int:
        up_to = ConsentItem.seq <= f"{through:06d}"
        with reaching_database():
            found = list(ConsentItem.query(lead_id, up_to, consistent_read=True))
            for link in found:
                link.delete()
        return len(found)

    def let_go(self, lead: Lead) -> None:
        _move(lead, LeadItem.active_shard.remove())

    def look_again(self, lead: Lead, day: date) -> None:
        _move(lead, LeadItem.active_shard.set(shard_of(day.isoformat(), lead.lead_id)))


def _set(what: str, at: datetime, *actions: Action) -> None:
    with reaching_database():
        OperationItem(name=_mark(what)).update([*actions, OperationItem.at.set(at)])


def _move(lead: Lead, action: Action) -> None:
    with reaching_database():
        try:
            LeadItem(lead_id=lead.lead_id).update([action], condition=LeadItem.version == lead.version)
        except UpdateError as error:
            if not unmet(error):
                raise


def _mark(what: str) -> str:
    return f"retention_{what}"
