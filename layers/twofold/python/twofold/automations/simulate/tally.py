"""Counts what the engine does, as it does it."""

from collections.abc import Iterable
from dataclasses import dataclass

from twofold.automations.definition.automation import Automation
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.enrolments.events import kind_of
from twofold.contracts.events import AutomationExited, AutomationStepped, EventData

from .answer import Bill, StepTold, WhatHappens
from .cost import Cost
from .way import Text, Way

_AT_ITS_END = frozenset({"finished", "stopped"})
"""Ends that no step was kept from."""


@dataclass(slots=True)
class Tally:
    automation: Automation
    answer: WhatHappens
    _told: str | None = None

    def __post_init__(self) -> None:
        acting = self.automation.acting
        self.answer.steps = [StepTold(step=step.id, kind=kind_of(step)) for step in acting]

    def step(self, step_id: str) -> StepTold:
        return next(told for told in self.answer.steps if told.step == step_id)

    def came(self, way: Way) -> None:
        """Something happened that would set it off, but for a condition."""
        self.answer.events += 1
        if not way.counted:
            way.counted = True
            self.answer.leads += 1

    def gone(self) -> None:
        """It happened to somebody who is no lead any more, or never was one."""
        self.answer.events += 1
        self.not_entered("gone")

    def not_entered(self, why: str) -> None:
        _count(self.answer.not_entered, why)

    def entered(self, enrolment: Enrolment) -> None:
        if enrolment.state == "held_out":
            self.answer.held_out += 1
        else:
            self.answer.entered += 1

    def told_before(self, step_id: str) -> None:
        """The engine passes it over next, for this reason and no other."""
        self.step(step_id).told_before += 1
        self._told = step_id

    def moved(self, way: Way, enrolment: str, step_id: str) -> None:
        """Quiet hours moved the step's moment; counted once, however often."""
        if (enrolment, step_id) not in way.moved:
            way.moved.add((enrolment, step_id))
            self.step(step_id).moved += 1

    def happened(self, before: Enrolment, events: Iterable[EventData]) -> None:
        """What the engine tells of an enrolment as it was `before`."""
        for data in events:
            if isinstance(data, AutomationStepped):
                self._stepped(data)
            elif isinstance(data, AutomationExited):
                self._over(before, data)

    def sent(self, text: Text, cost: Cost) -> None:
        step = self.step(text.step)
        step.done += 1
        bills = [self.answer.total, step.bill, self.answer.countries.setdefault(cost.country, Bill())]
        if text.variant:
            bills.append(step.variants.setdefault(text.variant, Bill()))
        for bill in bills:
            bill.add(cost.parts, cost.most_parts, cost.price)

    def blocked(self, text: Text, rule: str) -> None:
        _count(self.step(text.step).blocked, rule)

    def is_over(self, way: Way) -> None:
        """Nothing more is known of this way: what is not over by now waits."""
        self.answer.texted += any(text.sent_at for text in way.texts.values())
        for enrolment in way.enrolments.values():
            if enrolment.state == "running" and enrolment.step:
                self.answer.running += 1
                self.step(enrolment.step).waiting += 1
        for text in way.texts.values():
            self.step(text.step).texts_waiting += text.due_at is not None

    def _stepped(self, data: AutomationStepped) -> None:
        step = self.step(data.step)
        if not data.done:
            step.passed_over += data.step != self._told
            self._told = None
        elif data.kind != "send":
            # What becomes of a text is counted when it goes, or does not.
            step.done += 1

    def _over(self, before: Enrolment, data: AutomationExited) -> None:
        _count(self.answer.over, data.reason)
        if data.reason == "stopped" and before.step:
            self.step(before.step).done += 1
        if data.reason not in _AT_ITS_END:
            kept_from = self._behind(before) if data.reason == "late" else before.step
            if kept_from:
                _count(self.step(kept_from).left, data.reason)

    def _behind(self, before: Enrolment) -> str | None:
        """The step after the one that was done: its moment lies behind the end of the code."""
        ids = [step.id for step in self.automation.acting]
        following = ids[ids.index(before.step) + 1 :] if before.step in ids else []
        return next(iter(following), None)


def _count(counts: dict[str, int], what: str) -> None:
    counts[what] = counts.get(what, 0) + 1
