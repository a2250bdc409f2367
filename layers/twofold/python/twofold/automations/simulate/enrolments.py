"""Enrolments that nobody stores: kept for the answer, and counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.enrolments.step_done import StepDone
from twofold.automations.ports import EnrolmentMoved, ToldBefore
from twofold.codes.model import DiscountCode
from twofold.contracts.events import AutomationStepped, Envelope
from twofold.leads.drawn import NewCode

from .scene import Scene
from .tally import Tally
from .way import Text


@dataclass(frozen=True, slots=True)
class EnrolmentsThen:
    """An `EnrolmentBook`."""

    scene: Scene
    tally: Tally

    def find(self, lead_id: str, key: str) -> Enrolment | None:
        return self.scene.way.enrolments.get(key)

    def of_lead(self, lead_id: str) -> Sequence[Enrolment]:
        return list(self.scene.way.enrolments.values())

    def enter(self, enrolment: Enrolment, event: Envelope) -> None:
        before = self.find(enrolment.lead_id, enrolment.key)
        if (before.run if before else 0) != enrolment.run - 1 or (before and before.state == "running"):
            raise EnrolmentMoved
        self._keep(enrolment)
        self.tally.entered(enrolment)

    def step(self, done: StepDone) -> None:
        before, message = self._before(done.after), done.message
        if message and self.scene.planned(message.message_id):
            self.tally.told_before(before.step or "")
            raise ToldBefore
        self._keep(done.after)
        if message:
            told = next(e.data for e in done.events if isinstance(e.data, AutomationStepped))
            self.scene.way.texts[message.message_id] = Text(
                message=message,
                step=told.step,
                enrolment_id=told.enrolment_id,
                variant=told.variant,
                due_at=self.scene.at,
            )
        if done.code:
            self.scene.way.codes[done.code.code] = _given(done.code, done.after)
        if done.change:
            self.scene.way.changes += [event.data for event in done.change.events]
        self.tally.happened(before, (event.data for event in done.events))

    def put_off(self, after: Enrolment) -> None:
        before = self._before(after)
        self._keep(after)
        self.tally.step(before.step or "").put_off += 1

    def end(self, after: Enrolment, event: Envelope) -> None:
        before = self._before(after)
        self._keep(after)
        self.tally.happened(before, [event.data])

    def _before(self, after: Enrolment) -> Enrolment:
        before = self.find(after.lead_id, after.key)
        if before is None or before.state != "running" or before.revision != after.revision - 1:
            raise EnrolmentMoved
        return before

    def _keep(self, enrolment: Enrolment) -> None:
        self.scene.way.enrolments[enrolment.key] = enrolment
        if self.scene.shifted and enrolment.state == "running" and enrolment.step:
            self.tally.moved(self.scene.way, enrolment.enrolment_id, enrolment.step)
        self.scene.shifted = False


def _given(code: NewCode, enrolment: Enrolment) -> DiscountCode:
    return DiscountCode(
        code=code.code,
        state=code.state,
        version=1,
        lead_id=enrolment.lead_id,
        brand=code.brand,
        offer=code.offer,
        origin=enrolment.origin,
        expires_at=code.expires_at,
        written=code.written,
    )
