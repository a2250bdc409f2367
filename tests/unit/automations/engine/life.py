"""A street on which anything may happen, beside a bystander who says what must be true of it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from tests.fakes.enrolments import InMemoryEnrolments
from tests.fakes.gateway import FakeGateway
from tests.fakes.in_memory import in_memory
from tests.fakes.memory import Memory
from tests.fakes.samples import BUFFET
from tests.unit.automations.engine.shadow import Shadow
from tests.unit.automations.engine.street import Street
from twofold.automations.definition.automation import Automation
from twofold.automations.enrolments.enrolment import Enrolment, StepDue
from twofold.automations.enrolments.step_done import StepDone
from twofold.campaigns.model import Campaign
from twofold.contracts.errors import DomainError, Unavailable
from twofold.contracts.events import AutomationStepped, CodeIssued, CodeRedeemed, Envelope, MessageReceived
from twofold.contracts.instants import from_text
from twofold.messages.model import Sms
from twofold.messages.ports import Handed


@dataclass(slots=True)
class Judged(FakeGateway):
    """A provider that shows each text of an automation to the bystander."""

    street: Any = None

    def send(self, sms: Sms) -> Handed:
        handed = FakeGateway.send(self, sms)
        message = self.street.world.message(sms.message_id)
        if message.enrolment:
            self.street.shadow.left(message, self.street.clock())
        return handed


@dataclass(frozen=True, slots=True)
class Interrupted(InMemoryEnrolments):
    """`meanwhile` is done, once, right before a step is stored: as somebody else would who does the same."""

    meanwhile: list[Callable[[], Any]] = field(default_factory=list)

    def step(self, done: StepDone) -> None:
        if self.meanwhile:
            self.meanwhile.pop()()
        InMemoryEnrolments.step(self, done)


def a_life(*automations: Automation, campaign: Campaign = BUFFET) -> "Life":
    memory = Memory()
    enrolments = Interrupted(memory)
    gateway = Judged()
    life = Life(
        automations=automations,
        campaign=campaign,
        memory=memory,
        books=replace(in_memory(memory), enrolments=enrolments),
        gateway=gateway,
        enrolments=enrolments,
    )
    gateway.street = life
    life.shadow.holdout = {each.audience: each.holdout for each in automations}
    return life


@dataclass(slots=True, kw_only=True)
class Life(Street):
    """`asleep`: no schedule fires; `deaf`: events are not brought. `acts` counts what was done, by its kind."""

    enrolments: Interrupted
    shadow: Shadow = field(default_factory=Shadow)
    asleep: bool = False
    deaf: bool = False
    fired: list[StepDue] = field(default_factory=list)
    events: list[Envelope] = field(default_factory=list)
    seen: int = 0
    acts: Counter[str] = field(default_factory=Counter)

    def attempt(self, deed: Callable[[], Any]) -> bool:
        """Whether it could be done."""
        try:
            deed()
        except DomainError:
            return False
        self.listen()
        return True

    def listen(self) -> None:
        self._look()
        if not self.deaf:
            Street.listen(self)

    def news(self) -> list[Envelope]:
        known = list(self.memory.ledger.values())
        return [event for event in known if event.id not in self.heard]

    def hear(self, event: Envelope) -> None:
        self.events.append(event)
        Street.hear(self, event)
        self._look()
        late = [way for way in self.enrolments.of_lead(event.subject) if self._outlives(way, event)]
        if late:
            self.shadow.faults.append(f"{len(late)} go on after {event.type}, which ends them")

    def insist(self, deed: Any, tries: int = 3) -> None:
        Street.insist(self, deed, tries)
        self._look()

    def _look(self) -> None:
        """At what has just happened, before anything else does."""
        told = list(self.memory.ledger.values())
        for event in told[self.seen :]:
            if isinstance(event.data, CodeIssued):
                self.shadow.issued(event.subject, event.data)
            if isinstance(event.data, AutomationStepped):
                self.acts["steps"] += 1
                self._stepped(event, event.data)
        self.seen = len(told)

    def _stepped(self, event: Envelope, data: AutomationStepped) -> None:
        way = next(w for w in self.enrolments.of_lead(event.subject) if w.enrolment_id == data.enrolment_id)
        self.shadow.stepped(event, way.cause, data, self.clock())

    def _outlives(self, way: Enrolment, event: Envelope) -> bool:
        before = way.entered_at <= from_text(event.time)
        if way.state != "running" or not before:
            return False
        if isinstance(event.data, CodeRedeemed):
            return way.code == event.data.code and self._ends_by("redeemed", way)
        return isinstance(event.data, MessageReceived) and self._ends_by("replied", way)

    def _ends_by(self, reason: str, way: Enrolment) -> bool:
        return way.automation_id in {each.automation_id for each in self.automations if reason in each.exits}

    def forward(self, **by: float) -> None:
        """No schedule fires while all are asleep; what did not go is brought again; the sweeper looks every day."""
        until = self.clock() + timedelta(**by)
        while self.clock() < until:
            part = min(until - self.clock(), timedelta(hours=12))
            if self.asleep:
                self.clock.at += part
            else:
                Street.forward(self, seconds=part.total_seconds())
            self.send_again()
            self.listen()
            self.sweep()

    def sweep(self) -> None:
        try:
            self.engine.sweep()
        except Unavailable:
            self.acts["sweeps in vain"] += 1
        self.listen()

    def _step(self) -> None:
        wake = self.steps.fire(self.clock())
        assert wake
        self.fired.append(wake.due)
        self.insist(lambda: self.engine.run(wake.due))
