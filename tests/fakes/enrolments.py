"""Ways of leads through automations, in memory; and what is asked of a lead on the way."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tests.fakes.changes import judge, make
from tests.fakes.issues import insist_on_issue, issue
from tests.fakes.leads import active
from tests.fakes.memory import Memory
from twofold.adapters.dynamodb.due import FAR_BACK
from twofold.adapters.dynamodb.told import HAD
from twofold.automations.enrolments.enrolment import Enrolment, StepDue, due_of
from twofold.automations.enrolments.step_done import StepDone
from twofold.automations.ports import EnrolmentMoved, ToldBefore
from twofold.contracts.events import Envelope
from twofold.contracts.instants import day_of
from twofold.leads.ports import LeadMoved


@dataclass(frozen=True, slots=True)
class InMemoryEnrolments:
    memory: Memory

    def find(self, lead_id: str, key: str) -> Enrolment | None:
        with self.memory.lock:
            return self.memory.enrolments.get((lead_id, key))

    def of_lead(self, lead_id: str) -> Sequence[Enrolment]:
        with self.memory.lock:
            return [each for (lead, _), each in sorted(self.memory.enrolments.items()) if lead == lead_id]

    def enter(self, enrolment: Enrolment, event: Envelope) -> None:
        with self.memory.lock:
            before = self.find(enrolment.lead_id, enrolment.key)
            over = before is None or before.state == "ended"
            if not over or (before.run if before else 0) != enrolment.run - 1:
                raise EnrolmentMoved
            self._put(enrolment, event)

    def step(self, done: StepDone) -> None:
        with self.memory.lock:
            self._insist(done.after)
            if done.message and done.message.message_id in self.memory.messages:
                raise ToldBefore
            self._insist_on_lead(done)
            if done.message:
                self.memory.messages[done.message.message_id] = done.message
            make(self.memory, done.change)
            self._give(done)
            self._put(done.after, *done.events)

    def put_off(self, after: Enrolment) -> None:
        with self.memory.lock:
            self._insist(after)
            self._put(after)

    def end(self, after: Enrolment, event: Envelope) -> None:
        with self.memory.lock:
            self._insist(after)
            self._put(after, event)

    def due(self, at: datetime) -> Iterator[StepDue]:
        with self.memory.lock:
            since = (at - FAR_BACK).replace(hour=0, minute=0, second=0, microsecond=0)
            found = [each for each in self.memory.enrolments.values() if each.due_at]
        late = [each for each in found if each.due_at and since <= each.due_at <= at]
        return (due_of(each) for each in sorted(late, key=lambda each: (each.due_at, each.lead_id)))

    def _insist(self, after: Enrolment) -> None:
        before = self.find(after.lead_id, after.key)
        if before is None or before.state != "running":
            raise EnrolmentMoved
        if (before.run, before.revision) != (after.run, after.revision - 1):
            raise EnrolmentMoved

    def _insist_on_lead(self, done: StepDone) -> None:
        judge(self.memory, done.change)
        if done.code:
            insist_on_issue(self.memory, done.code)
            lead = self.memory.leads.get(done.after.lead_id)
            if lead is None or lead.version != done.lead_version:
                raise LeadMoved

    def _give(self, done: StepDone) -> None:
        if done.code:
            lead_id = done.after.lead_id
            issue(self.memory, done.code, lead_id, done.after.origin)
            lead = self.memory.leads[lead_id]
            codes = (*done.codes, done.code.code)
            self.memory.leads[lead_id] = replace(lead, codes=codes, version=lead.version + 1)

    def _put(self, after: Enrolment, *events: Envelope) -> None:
        self.memory.enrolments[after.lead_id, after.key] = after
        self.memory.append(*events)


@dataclass(frozen=True, slots=True)
class InMemoryActivity:
    memory: Memory

    def touch(self, lead_id: str, at: datetime) -> None:
        with self.memory.lock:
            lead = self.memory.leads.get(lead_id)
            if lead:
                self.memory.leads[lead_id] = active(lead, day_of(at))

    def last_active_on(self, day: date, after: str | None = None) -> Iterator[str]:
        with self.memory.lock:
            leads = list(self.memory.leads.values())
        found = (lead.lead_id for lead in leads if lead.active_on == day.isoformat())
        behind = _place(after) if after else (-1, "")
        return iter(sorted((i for i in found if _place(i) > behind), key=_place))


def _place(lead_id: str) -> tuple[int, str]:
    """By their shard, as an index finds them."""
    return zlib.crc32(lead_id.encode()) % 4, lead_id


@dataclass(frozen=True, slots=True)
class InMemoryOrdersSince:
    memory: Memory

    def ordered(self, lead_id: str, since: datetime) -> bool:
        with self.memory.lock:
            placed = (order.placement for order in self.memory.orders.values() if order.placement)
            return any(p.match and p.match.lead_id == lead_id and p.placed_at > since for p in placed)


@dataclass(frozen=True, slots=True)
class InMemoryTextsHad:
    memory: Memory

    def templates(self, lead_id: str, since: datetime) -> frozenset[str]:
        with self.memory.lock:
            texts = (m for m in self.memory.messages.values() if m.lead_id == lead_id and m.state in HAD)
            return frozenset(text.template for text in texts if text.planned_at > since)
