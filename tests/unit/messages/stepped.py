"""A world whose ports stop before each call, and write down what was asked and answered."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from tests.fakes.in_memory import in_memory
from tests.fakes.memory import Memory
from tests.fakes.world import World
from tests.unit.messages.stage import Stage
from twofold.contracts.settings import SendingSettings
from twofold.messages.model import MARKETING, Sms
from twofold.messages.ports import Handed

CONTESTED = ("leads", "messages", "replies", "shared")
"""Ports whose rows more than one actor writes. The others are read, or written by one."""


@dataclass(frozen=True)
class Call:
    """`raised` when it ended so; `answer` otherwise."""

    who: str | None
    what: str
    given: tuple[Any, ...]
    answer: Any = None
    raised: BaseException | None = None


@dataclass
class Stepped:
    """A port behind a stop."""

    port: Any
    name: str
    stage: Stage
    calls: list[Call]

    def __getattr__(self, method: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            who = self.stage.stop()
            given = (*given, *named.values())
            try:
                answer = getattr(self.port, method)(*given)
            except BaseException as error:
                self.calls.append(Call(who, f"{self.name}.{method}", given, raised=error))
                raise
            self.calls.append(Call(who, f"{self.name}.{method}", given, answer))
            return answer

        return call


@dataclass
class Provider:
    """Takes texts; `faults` befall the next marketing ones, and say whether the text was taken all the same."""

    faults: list[Exception | None] = field(default_factory=list)
    taken: list[Sms] = field(default_factory=list)

    def send(self, sms: Sms) -> Handed:
        fault = self.faults.pop(0) if self.faults and sms.message_class == MARKETING else None
        if fault is None or getattr(fault, "taken", False):
            self.taken.append(sms)
        if fault:
            raise fault
        return Handed("fake", f"provider-{len(self.taken)}")


@dataclass
class Theatre:
    """A world on a stage; `spoil` is put between the stage and the book of messages."""

    stage: Stage = field(default_factory=Stage)
    calls: list[Call] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    provider: Provider = field(default_factory=Provider)

    def world(self, spoil: Callable[[Any, "Theatre"], Any] | None, **sending: Any) -> World:
        plain = in_memory(self.memory)
        ports = {name: self._stepped(getattr(plain, name), name) for name in CONTESTED}
        if spoil:
            ports["messages"] = spoil(ports["messages"], self)
        return World(
            books=replace(plain, **ports),
            gateway=self._stepped(self.provider, "provider"),
            sending=replace(SendingSettings(campaign="buffet-20"), **sending),
        )

    def _stepped(self, port: Any, name: str) -> Any:
        return Stepped(port, name, self.stage, self.calls)
