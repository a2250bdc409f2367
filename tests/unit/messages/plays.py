"""What is played on the stage: STOP among the claims, sends, retries and replays of marketing texts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.made import a_reply
from tests.fakes.samples import ANNA
from tests.unit.messages.stage import Turn
from tests.unit.messages.stepped import Call, Theatre
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.events import Envelope
from twofold.messages.model import MARKETING
from twofold.messages.sending.plan import planned

TRIES = 5
"""How often the queue `marketing` hands a message over."""

LEFT = frozenset({"accepted", "unknown"})
SETTLED = frozenset({"accepted", "unknown", "blocked", "failed"})


class Died(BaseException):
    """The process is gone."""


class Refusal(Unavailable):
    taken = False


class Silence(OutcomeUnknown):
    taken = True


class Cut(Died):
    taken = True


class CutBefore(Died):
    taken = False


@dataclass(frozen=True)
class Play:
    """Who acts; `faults` befall the provider's first calls, and `texts` marketing texts are planned for one lead."""

    name: str
    faults: tuple[type[BaseException], ...] = ()
    texts: int = 1
    replays: int = 1
    cap: int = 1

    def __str__(self) -> str:
        return self.name


PLAYS = (
    Play("a text and its replay"),
    Play("a provider that refuses at first", faults=(Refusal,)),
    Play("a provider that takes it and never answers", faults=(Silence,)),
    Play("a sender that dies before the provider has it", faults=(CutBefore,)),
    Play("a sender that dies when the provider has it", faults=(Cut,)),
    Play("two texts for one place under the cap", texts=2, replays=0),
    Play("two texts and two places", texts=2, replays=0, cap=2, faults=(Refusal,)),
)

Spoil = Callable[[Any, Theatre], Any]


@dataclass
class Show:
    """One order of one play, and what came of it."""

    play: Play
    spoil: Spoil | None = None
    theatre: Theatre = field(default_factory=Theatre)
    turns: list[Turn] = field(default_factory=list)

    def run(self, given: Any) -> list[Turn]:
        self.world = self.theatre.world(self.spoil, cap_day=self.play.cap)
        self.world.confirmed()
        made = [self.world.plan(message_id=f"msg_{n}") for n in range(self.play.texts)]
        self.events = [planned(message) for message in made]
        self.theatre.provider.faults = [fault("made up") for fault in self.play.faults]  # type: ignore[misc]
        self.theatre.calls.clear()
        self.stop = a_reply(ANNA, "STOP", self.world.clock(), provider_id="stop")
        self.turns = self.theatre.stage.play(self._deeds(), given)
        return self.turns

    def _deeds(self) -> Mapping[str, Callable[[], Any]]:
        sends = {f"send {n}": self._queue(event) for n, event in enumerate(self.events)}
        again = {f"replay {n}": self._queue(self.events[0]) for n in range(self.play.replays)}
        return {**sends, **again, "STOP": lambda: self.world.replies.receive(self.stop)}

    def _queue(self, event: Envelope) -> Callable[[], None]:
        def deliver() -> None:
            for _ in range(TRIES):
                try:
                    self.world.send(event)
                except (Unavailable, Died):
                    continue
                return

        return deliver

    def broken(self) -> list[str]:
        """Promises that did not hold."""
        failed = [f"somebody failed: {error!r}" for error in self.theatre.stage.failed]
        found = [*failed, *self._after_stop(), *self._twice(), *self._standing(), *self._money()]
        return found + self._changed_by_a_replay()

    def _after_stop(self) -> list[str]:
        stored = self._first(lambda call: call.what == "replies.receive")
        late = [
            call
            for call in self.theatre.calls[stored:]
            if call.what == "messages.claim" and call.answer and call.given[0].message_class == MARKETING
        ]
        return ["a text was claimed after the STOP was stored"] if late else []

    def _first(self, fits: Callable[[Call], bool]) -> int:
        return next(place for place, call in enumerate(self.theatre.calls) if fits(call) and call.answer)

    def _marketing(self) -> list[str]:
        return [s.message_id for s in self.theatre.provider.taken if s.message_class == MARKETING]

    def _twice(self) -> list[str]:
        ids = self._marketing()
        told = ["a text was handed over twice"] if len(ids) > len(set(ids)) else []
        return told + (["more texts left than the cap allows"] if len(set(ids)) > self.play.cap else [])

    def _standing(self) -> list[str]:
        odd = [] if self.world.lead().status == "opted_out" else ["the STOP is lost"]
        for event in self.events:
            state = self.world.message(event.data.message_id).state  # type: ignore[attr-defined]
            odd += [] if state in SETTLED else [f"a text is stuck as {state}"]
            left = event.data.message_id in self._marketing()  # type: ignore[attr-defined]
            odd += [f"a text that left is told as {state}"] if left and state not in LEFT else []
        return odd

    def _money(self) -> list[str]:
        """What a dead process had reserved is lost with it; otherwise what was taken is what left."""
        taken = sum(self.theatre.memory.limits[key] for key in self.theatre.memory.limits if "budget#" in key)
        spent = sum(self.world.message(message_id).price for message_id in self._marketing())
        fits = taken >= spent if any(issubclass(f, Died) for f in self.play.faults) else taken == spent
        return [] if fits else [f"{taken} was taken for {spent}"]

    def _changed_by_a_replay(self) -> list[str]:
        """Everything that ever happened, once more; the STOP's confirmation has its first turn here."""
        self._again()
        said = [self.world.message(s.message_id).template for s in self.theatre.provider.taken]
        before = self._kept()
        self._again()
        odd = [] if said.count("stopped") == 1 else [f"{said.count('stopped')} confirmations of the STOP"]
        return odd + ([] if self._kept() == before else ["a replay changed something"])

    def _again(self) -> None:
        for event in self.world.timeline():
            if event.type == "message.planned.v1":
                self._queue(event)()
        self.world.replies.receive(self.stop)

    def _kept(self) -> tuple[Any, ...]:
        memory = self.theatre.memory
        rows = (memory.messages, memory.leads, memory.consents, memory.ledger, memory.logs, memory.limits)
        return len(self.theatre.provider.taken), *(dict(row) for row in rows)
