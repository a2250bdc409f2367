"""A provider that takes what it is given, unless it is told otherwise."""

from dataclasses import dataclass, field

from twofold.messages.model import Sms
from twofold.messages.ports import Handed


@dataclass(slots=True)
class FakeGateway:
    """Takes texts in. `faults` befall the next calls, one each: an error is raised, None lets the text pass."""

    name: str = "fake"
    faults: list[Exception | None] = field(default_factory=list)
    sent: list[Sms] = field(default_factory=list)
    calls: int = 0

    def send(self, sms: Sms) -> Handed:
        self.calls += 1
        fault = self.faults.pop(0) if self.faults else None
        if fault:
            raise fault
        self.sent.append(sms)
        return Handed(self.name, f"provider-{self.calls}")

    @property
    def texts(self) -> list[str]:
        return [sms.text for sms in self.sent]
