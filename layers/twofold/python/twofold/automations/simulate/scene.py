"""One lead at one moment: all that the engine may read, as it stood then and as it would have become."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from twofold.codes.model import DiscountCode
from twofold.contracts.events import (
    LeadStageChanged,
    LeadUpdated,
    MessagePlanned,
    MessageSent,
    OrderPlaced,
)
from twofold.leads.model import Lead
from twofold.messages.model import MARKETING
from twofold.messages.sending.send_log import KEPT, SendLog
from twofold.orders.kept import KeptCart

from .lead_then import LeadThen
from .ports import Carts, Codes
from .things_then import cart_then, code_then
from .timeline import Timeline
from .way import Way


@dataclass(slots=True)
class Scene:
    """Set for each moment of each lead; what it tells of a lead is always told of the one it is set for.

    `shifted`: the moment that was asked for last lay in quiet hours.
    """

    lead_then: LeadThen
    codes: Codes
    carts: Carts
    way: Way = field(init=False)
    timeline: Timeline = field(init=False)
    at: datetime = field(init=False)
    shifted: bool = field(init=False, default=False)
    _met: tuple[Lead | None] | None = field(init=False, default=None)

    def set(self, way: Way, timeline: Timeline, at: datetime) -> None:
        self.way, self.timeline, self.at = way, timeline, at
        self.shifted, self._met = False, None

    def clock(self) -> datetime:
        return self.at

    def lead(self) -> Lead | None:
        # At one moment the engine asks several times, and what has happened by then is the same each time.
        self._met = self._met or (self.lead_then(self.timeline, self.at),)
        lead = self._met[0]
        return _changed(lead, self.way) if lead else None

    def code(self, code: str) -> DiscountCode:
        """Raises NotFound."""
        mine = self.way.codes.get(code)
        return mine or code_then(self.codes.find(code), self.at, self.timeline.until(self.at))

    def cart(self, cart_id: str) -> KeptCart | None:
        return cart_then(cart_id, self.carts.find(cart_id), self.timeline.until(self.at))

    def ordered(self, since: datetime) -> bool:
        happened = self.timeline.until(self.at)
        return any(moment > since for moment, event in happened if isinstance(event.data, OrderPlaced))

    def templates(self, since: datetime) -> frozenset[str]:
        happened = self.timeline.until(self.at)
        had = {
            e.data.template for moment, e in happened if moment > since and isinstance(e.data, MessageSent)
        }
        mine = (text for text in self.way.texts.values() if text.sent_at and text.sent_at > since)
        return frozenset(had | {text.message.template for text in mine})

    def planned(self, message_id: str) -> bool:
        happened = self.timeline.until(self.at)
        told = (e.data.message_id for _, e in happened if isinstance(e.data, MessagePlanned))
        return message_id in self.way.texts or message_id in told

    def send_log(self) -> SendLog:
        """The marketing texts that they had, and would have had."""
        happened = self.timeline.until(self.at)
        had = [moment for moment, e in happened if _is_marketing(e.data)]
        had += [text.sent_at for text in self.way.texts.values() if text.sent_at and text.counts]
        recent = (sent for sent in had if self.at - sent < KEPT[MARKETING])
        return SendLog(lead_id=self.way.lead_id, kind=MARKETING, sent=tuple(sorted(recent)))


def _is_marketing(data: object) -> bool:
    return isinstance(data, MessageSent) and data.message_class == MARKETING


def _changed(lead: Lead, way: Way) -> Lead:
    """With the codes, the tags and the stage that they would have."""
    for change in way.changes:
        if isinstance(change, LeadUpdated):
            tags = (*(tag for tag in lead.tags if tag not in change.untagged), *change.tagged)
            lead = replace(lead, tags=tuple(dict.fromkeys(tags)))
        elif isinstance(change, LeadStageChanged):
            lead = replace(lead, stage=change.stage)
    return replace(lead, codes=(*lead.codes, *way.codes))
